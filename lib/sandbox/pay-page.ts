import escapeHtml from "escape-html";
import { notAllowed, send, sendText } from "@/lib/sandbox/answer";
import type { SandboxLink } from "@/lib/sandbox/link";
import { type PayPageLabels, payPageLabels } from "@/lib/sandbox/pay-page-labels";
import { payPageStyle } from "@/lib/sandbox/pay-page-style";
import { getHeader, type Visit } from "@/lib/sandbox/visit";

/** How a payment can end. */
const ends = ["paid", "cancelled"] as const;

type PayPageView = { labels: PayPageLabels; end: (typeof ends)[number] | undefined };

/** `GET /link/[id]`: the page that a customer would see, for anyone who has the address. */
export function answerPayPage({ request, response, url, sandbox }: Visit): void {
  if (request.method !== "GET" && request.method !== "HEAD") {
    send(response, notAllowed("GET", "HEAD"));
    return;
  }
  const link = sandbox.links.find(url.pathname.slice("/link/".length));
  const labels = payPageLabels(getHeader(request, "accept-language"));
  const end = ends.find((one) => one === url.searchParams.get("end"));
  const merchant = link && sandbox.links.of(link.accountId).merchant;
  const page = link ? linkPage(link, merchant, { labels, end }) : unknownPage(labels);
  sendText(response, link ? 200 : 404, page, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Language": labels.language,
    Vary: "Accept-Language",
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  });
}

/** The page stores nothing, and no money moves: which button was pressed is only in the address. */
function linkPage(link: SandboxLink, merchant: string | undefined, view: PayPageView): string {
  const { id, amount, currency, description, active } = link;
  const { labels } = view;
  const code = escapeHtml(currency.toUpperCase());
  const { whole, decimals } = splitCents(amount, labels.numbers);
  // A long amount is written smaller, so that it stays on one line; the style reads this number.
  const width = `--characters: ${whole.length + decimals.length}`;
  const name = merchant === undefined ? undefined : escapeHtml(merchant);
  const end = active ? view.end : undefined;
  return page(
    labels,
    `${code} ${whole}${decimals}${name === undefined ? "" : ` · ${name}`}`,
    `<main data-amount-minor="${amount}" data-currency="${code}" data-active="${active}"${end ? ` data-end="${end}"` : ""}>
      ${end ? `<p class="state" role="status">${labels[`${end}Title`]}</p>` : ""}
      ${name === undefined ? "" : `<p class="merchant">${labels.payTo} <bdi>${name}</bdi></p>`}
      <h1 class="amount" style="${width}"><span class="quiet">${code}</span> <span>${whole}<span class="quiet">${decimals}</span></span></h1>
      <p class="description" dir="auto">${escapeHtml(description)}</p>
      ${active ? "" : `<p class="state">${labels.inactive}</p>`}
      ${active && !end ? choices(labels) : ""}
      <p class="note">${end ? labels[`${end}Text`] : labels.practice}</p>
      ${end === "cancelled" ? `<p><a href="?">${labels.again}</a></p>` : ""}
      <p class="id">${escapeHtml(id)}</p>
    </main>`,
  );
}

function choices({ pay, cancel }: PayPageLabels): string {
  return `<form>
        <button name="end" value="paid" class="primary">${pay}</button>
        <button name="end" value="cancelled">${cancel}</button>
      </form>`;
}

function unknownPage(labels: PayPageLabels): string {
  return page(
    labels,
    labels.unknownTitle,
    `<main>
      <h1>${labels.unknownTitle}</h1>
      <p class="note">${labels.unknownText}</p>
    </main>`,
  );
}

function page({ language }: PayPageLabels, title: string, main: string): string {
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${title} · SANDBOX</title>
    <link rel="icon" href="data:,">
    <style>${payPageStyle}</style>
  </head>
  <body>
    <p class="mode">SANDBOX</p>
    ${main}
  </body>
</html>
`;
}

/** Splits `499900` into `4,999` and `.00`. The API counts every currency in hundredths, even those without cents. */
function splitCents(amountMinor: number, numbers: string): { whole: string; decimals: string } {
  const whole = new Intl.NumberFormat(numbers).format(Math.trunc(amountMinor / 100));
  const point = new Intl.NumberFormat(numbers)
    .formatToParts(1.5)
    .find(({ type }) => type === "decimal")?.value;
  return { whole, decimals: `${point ?? "."}${String(amountMinor % 100).padStart(2, "0")}` };
}
