import { createTranslator } from "use-intl/core";
import { markRefusal } from "@/lib/core/refused-form";
import { getLanguage } from "@/lib/i18n/language/locale";
import { messagesIn } from "@/lib/i18n/messages/catalogue";
import { log } from "@/lib/platform/log";
import type { OriginFault, OwnAddress, RequestOrigin } from "@/lib/web/origin";
import { findLocale, type ReadHeader, type Written } from "@/lib/web/refusal";
import { wholePage } from "@/lib/web/whole-page";

/** An origin or a host is far shorter than this, but a header can hold anything. */
const longestName = 200;

/**
 * What is answered to a form that was not accepted because of where it came from: why, in the person's language, and which
 * header and setting put it right. A form that was sent by a script gets only the sentences, which it shows.
 */
export function writeRefusedOrigin(
  fault: OriginFault,
  asked: RequestOrigin,
  own: OwnAddress,
  header: ReadHeader,
): Written {
  const { origin, host, forwardedHost } = asked;
  log().warn(
    { code: "origin_refused", fault, origin, host, forwardedHost, appUrl: own.origin },
    "a form was refused",
  );
  const locale = findLocale(header);
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
  if (header("next-action") !== null)
    return { type: "text/plain", body: markRefusal(`${t("title")}. ${text}`) };
  const page = wholePage({ language: getLanguage(locale), title: t("title"), text });
  return { type: "text/html; charset=utf-8", body: page };
}
