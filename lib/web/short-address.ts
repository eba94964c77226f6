import { isolateReversed } from "@/lib/core/isolate";
import { readLinkCode } from "@/lib/core/link-code";
import { previewPicturePath, shortPath } from "@/lib/core/paths";
import { recordOpening } from "@/lib/domain/payment-links/openings/record-opening";
import { findPreview } from "@/lib/domain/payment-links/short/find-preview";
import { type Resolved, resolveCode } from "@/lib/domain/payment-links/short/resolve-code";
import { customerMessages, previewTexts } from "@/lib/i18n/customer-message";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { metrics } from "@/lib/platform/metrics/metrics";
import { addressGuesses } from "@/lib/platform/miss-limit";
import { toNetwork } from "@/lib/platform/network-address";
import { clientAddressHeader } from "@/lib/web/address";
import { customerPage, pickCustomerLanguage } from "@/lib/web/customer-page";
import { shortAddress } from "@/lib/web/link-address";
import { isOpening, wantsPreview } from "@/lib/web/opening";
import { previewPage } from "@/lib/web/preview-page";

type LinkPreview = NonNullable<Awaited<ReturnType<typeof findPreview>>>;

/** What is asked for: a short address, with its code as it stands in the path. */
export type Asked = {
  code: string;
  method: string;
  headers: Pick<Headers, "get">;
  /** Whether the customer goes on although the business says that the link was paid. */
  isAnyway: boolean;
};

/** The parameter of an address by which a customer goes on. */
export const anywayParameter = "anyway";

/**
 * Where customers come with a short address. It leads to the pay page of upstream, and no browser may store that, so that
 * it can lead elsewhere tomorrow. What leads nowhere is said in the customer's language.
 * @param later does something once the customer is on the way.
 */
export async function answerShortAddress(
  asked: Asked,
  later: (work: () => Promise<void>) => void,
): Promise<Response> {
  const { headers } = asked;
  const code = readLinkCode(asked.code);
  const resolved: Resolved = code === null ? { kind: "none" } : await resolveCode(code);
  if (resolved.kind === "marked" && !asked.isAnyway) return sayMarked(resolved, headers);
  if ((resolved.kind === "found" || resolved.kind === "marked") && !isOwnAddress(resolved.url)) {
    const preview = wantsPreview(headers.get("user-agent")) ? await findPreview(resolved.code) : null;
    if (preview) return showPreview(resolved.code, preview, headers);
    metrics().shortAddresses.inc({ outcome: "redirected" });
    if (isOpening(asked)) later(() => recordOpening(resolved.code));
    return new Response(null, {
      status: 302,
      headers: {
        location: resolved.url,
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex",
      },
    });
  }
  if (resolved.kind === "cancelled") return sayCancelled(resolved, headers);
  if (resolved.kind === "expired") return sayExpired(resolved, headers);
  // Whoever guesses keeps nobody else of the same network from the address that they were given.
  const network = toNetwork(headers.get(clientAddressHeader));
  const guesses = addressGuesses();
  if (guesses.isOver(network)) return say("limited", headers);
  guesses.add(network);
  return say("none", headers);
}

/** A messenger is told what it is about, with a picture. Of what cannot be paid it learns no more than anybody. */
function showPreview(code: string, preview: LinkPreview, headers: Asked["headers"]): Response {
  metrics().shortAddresses.inc({ outcome: "previewed" });
  const language = pickCustomerLanguage(headers.get("accept-language"), preview.customerLanguages);
  const { title, notReal } = previewTexts(preview, language);
  return previewPage({
    language,
    title,
    description: [notReal, preview.description].filter(Boolean).join(" "),
    siteName: preview.name,
    address: shortAddress(code),
    picture: new URL(previewPicturePath(code), env().APP_URL).href,
    payHref: preview.url,
    payLabel: customerMessages(language)("address.toPayPage"),
  });
}

/** An address that leads to a short address could lead in a circle. Upstream would have to have given it to us. */
function isOwnAddress(url: string): boolean {
  const { origin, pathname } = new URL(url);
  const isOwn = origin === new URL(env().APP_URL).origin && pathname.startsWith(shortPath(""));
  if (isOwn) log().warn({ code: "short_address_in_circle" }, "a pay page's address is a short address");
  return isOwn;
}

function sayCancelled(
  { merchantName, customerLanguages, leadsToCode }: Extract<Resolved, { kind: "cancelled" }>,
  headers: Asked["headers"],
): Response {
  metrics().shortAddresses.inc({ outcome: "cancelled" });
  const language = pickCustomerLanguage(headers.get("accept-language"), customerLanguages);
  const t = customerMessages(language);
  const merchant = isolateReversed(merchantName);
  return customerPage({
    status: 410,
    language,
    title: t("address.cancelledTitle"),
    text: t(leadsToCode === null ? "address.cancelledText" : "address.replacedText", { merchant }),
    merchant: merchantName,
    button: leadsToCode === null ? null : { href: shortPath(leadsToCode), label: t("address.toReplacement") },
  });
}

/** Whoever insists gets to the pay page, which is open still: the mark is the business's word, and may be a mistake. */
function sayMarked(
  { merchantName, customerLanguages, code }: Extract<Resolved, { kind: "marked" }>,
  headers: Asked["headers"],
): Response {
  metrics().shortAddresses.inc({ outcome: "marked" });
  const language = pickCustomerLanguage(headers.get("accept-language"), customerLanguages);
  const t = customerMessages(language);
  return customerPage({
    status: 200,
    language,
    title: t("address.markedTitle"),
    text: t("address.markedText", { merchant: isolateReversed(merchantName) }),
    merchant: merchantName,
    button: { href: `${shortPath(code)}?${anywayParameter}=1`, label: t("address.payAnyway") },
  });
}

function sayExpired(
  { merchantName, customerLanguages }: Extract<Resolved, { kind: "expired" }>,
  headers: Asked["headers"],
): Response {
  metrics().shortAddresses.inc({ outcome: "expired" });
  const language = pickCustomerLanguage(headers.get("accept-language"), customerLanguages);
  const t = customerMessages(language);
  return customerPage({
    status: 410,
    language,
    title: t("address.expiredTitle"),
    text: t("address.expiredText", { merchant: isolateReversed(merchantName) }),
    merchant: merchantName,
  });
}

function say(what: "none" | "limited", headers: Asked["headers"]): Response {
  metrics().shortAddresses.inc({ outcome: what });
  const language = pickCustomerLanguage(headers.get("accept-language"));
  const t = customerMessages(language);
  return customerPage({
    status: what === "none" ? 404 : 429,
    language,
    title: t(`address.${what}Title`),
    text: t(`address.${what}Text`),
  });
}
