import escapeHtml from "escape-html";
import { type CustomerLanguage, customerLanguages } from "@/lib/core/customer-language";
import { preferredLanguages } from "@/lib/i18n/language/locale";

type CustomerPage = {
  status: number;
  language: CustomerLanguage;
  title: string;
  text: string;
  /** Whose link it was; null where that must not be said. */
  merchant?: string | null;
  /** Where the customer can go on. */
  button?: { href: string; label: string } | null;
};

/** What the browser's reader understands best of what we speak to customers; otherwise the merchant's first. */
export function pickCustomerLanguage(
  acceptLanguage: string | null,
  own: readonly CustomerLanguage[] = [],
): CustomerLanguage {
  const wanted = preferredLanguages(acceptLanguage);
  const spoken = wanted.flatMap((code) => customerLanguages.find((language) => language === code) ?? []);
  return spoken[0] ?? own[0] ?? (wanted.length > 0 ? "en" : "es");
}

const paper = "light-dark(oklch(0.982 0.006 85), oklch(0.185 0.008 75))";
const ink = "light-dark(oklch(0.245 0.014 70), oklch(0.945 0.006 85))";
const muted = "light-dark(oklch(0.47 0.014 70), oklch(0.755 0.01 80))";

/**
 * A page for a customer, in place of a redirect. It is whole in itself, and its styles are in attributes, which the
 * content security policy of every page allows.
 */
export function customerPage({ status, language, title, text, merchant, button }: CustomerPage): Response {
  const body = `<!doctype html>
<html lang="${language}" style="color-scheme:light dark">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;min-height:100dvh;box-sizing:border-box;padding:28px 20px;display:grid;place-content:center;grid-template-columns:minmax(0,26rem);background:${paper};color:${ink};font:400 1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<main style="display:grid;gap:12px;overflow-wrap:anywhere">
${merchant ? `<p style="margin:0;font-weight:650"><bdi>${escapeHtml(merchant)}</bdi></p>` : ""}
<h1 style="margin:0;font-size:1.375rem;line-height:1.25;font-weight:650">${escapeHtml(title)}</h1>
<p style="margin:0;color:${muted}">${escapeHtml(text)}</p>
${button ? `<p style="margin:8px 0 0"><a href="${escapeHtml(button.href)}" rel="noreferrer" style="display:inline-block;padding:12px 20px;border-radius:12px;background:${ink};color:${paper};font-weight:650;text-decoration:none">${escapeHtml(button.label)}</a></p>` : ""}
</main></body></html>
`;
  return new Response(body, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      ...(status === 429 && { "retry-after": "60" }),
    },
  });
}
