import { createTranslator } from "use-intl/core";
import { markRefusal } from "@/lib/core/refused-form";
import { getLanguage, resolveLocale } from "@/lib/i18n/language/locale";
import { messagesIn } from "@/lib/i18n/messages/catalogue";
import { log } from "@/lib/platform/log";
import type { OriginFault, OwnAddress, RequestOrigin } from "@/lib/web/origin";
import { refusalResponse } from "@/lib/web/refusal";
import { wholePage } from "@/lib/web/whole-page";

/** An origin or a host is far shorter than this, but a header can hold anything. */
const longestName = 200;

/**
 * Answers a form that was not accepted because of where it came from: why, in the browser's language, and which header
 * and setting put it right. A form that was sent by a script gets only the sentences, which it shows.
 */
export function refuseOrigin(
  fault: OriginFault,
  asked: RequestOrigin,
  own: OwnAddress,
  headers: Headers,
): Response {
  const { origin, host, forwardedHost } = asked;
  log().warn(
    { code: "origin_refused", fault, origin, host, forwardedHost, appUrl: own.origin },
    "a form was refused",
  );
  const locale = resolveLocale(undefined, headers.get("accept-language"));
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: "refusedOrigin" });
  const values = {
    origin: (origin ?? "").slice(0, longestName),
    host: (forwardedHost ?? host ?? "").slice(0, longestName),
    // Next fills in the second header from the first when it is missing.
    header: forwardedHost === null || forwardedHost === host ? "Host" : "X-Forwarded-Host",
    address: own.origin,
  };
  // An address that is only derived from the port does not help somebody who came by another one.
  const sentences = fault === "foreign" && own.isGiven ? (["foreign", "elsewhere"] as const) : [fault];
  const text = sentences.map((sentence) => t(sentence, values)).join(" ");
  if (headers.has("next-action"))
    return refusalResponse({ type: "text/plain", body: markRefusal(`${t("title")}. ${text}`) }, 403);
  const page = wholePage({ language: getLanguage(locale), title: t("title"), text });
  return refusalResponse({ type: "text/html; charset=utf-8", body: page }, 403);
}
