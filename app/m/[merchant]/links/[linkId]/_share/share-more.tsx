import { chooseCustomerLanguage } from "@/app/m/[merchant]/links/[linkId]/actions";
import { mailAddress, smsAddress } from "@/lib/core/share-addresses";
import { customerMessage } from "@/lib/i18n/customer-message";
import { getCustomerMessages } from "@/lib/i18n/messages/customer/catalogue";
import { useTranslations } from "@/lib/i18n/translations";
import type { OtherAddress } from "@/lib/web/link-address";
import { ShareAnchor } from "./share-anchor";
import { ShareCopy } from "./share-copy";
import { ShareLanguage } from "./share-language";
import type { SharePanelProps } from "./share-panel-props";

/** The message in the customer's language, and the other ways to send it. */
export function ShareMore({
  link,
  merchant,
  language,
  path,
  phone,
  pressed,
  isOpen,
  other,
}: SharePanelProps & {
  /** The one of its two addresses that customers do not get. */
  other: OtherAddress | null;
  /** What was pressed without scripts. */
  pressed: "open" | "copy" | null;
  /** Whether it is unfolded from the beginning. */
  isOpen: boolean;
}) {
  const t = useTranslations("share");
  const said = useTranslations("link");
  const message = customerMessage(link, link.address, { merchant, language });
  const labels = { copied: said("copied"), byHand: said("copyByHand") };
  const languages = merchant.customerLanguages;
  const button = "button button-quiet";
  return (
    <details id="ways" open={isOpen || pressed !== null} className="scroll-mt-20 border-b border-line">
      <summary className="fold text-body">{t("more")}</summary>
      <div className="grid gap-5 pt-2 pb-6">
        {pressed === "copy" && <p role="status">{labels.byHand}</p>}
        <div className="grid gap-2">
          {languages.length > 1 && (
            <ShareLanguage
              action={chooseCustomerLanguage}
              linkId={link.id}
              label={t("language")}
              languages={languages.map((code) => ({
                code,
                name: getCustomerMessages(code).language,
                isChosen: code === language,
              }))}
            />
          )}
          <p
            lang={language}
            className="border-l-2 border-line py-1 pl-4 wrap-anywhere whitespace-pre-line select-all [unicode-bidi:plaintext]"
          >
            {message.whole}
          </p>
          <form action={`${path}#ways`} className="noscript:hidden">
            <ShareCopy
              path={path}
              channel="copied_message"
              text={message.whole}
              label={t("copyMessage")}
              labels={labels}
              className="link touch gap-2 text-small"
            />
          </form>
        </div>
        <div className="grid grid-cols-2 gap-2">
          <ShareAnchor
            path={path}
            channel="sms"
            href={smsAddress(message.whole, phone ?? undefined)}
            icon="message"
            label={t("sms")}
            opened={t("smsAsked")}
            className={button}
          />
          <ShareAnchor
            path={path}
            channel="email"
            href={mailAddress(message.subject, message.whole)}
            icon="mail"
            label={t("email")}
            opened={t("emailAsked")}
            className={button}
          />
        </div>
        {other && (
          <form action={`${path}#ways`} className="grid gap-1 border-t border-line pt-4">
            <p className="text-small font-bold">{other.isShort ? t("shortAddress") : t("upstreamAddress")}</p>
            <p className="font-mono text-small wrap-anywhere select-all">{other.address}</p>
            {!other.isShort && <p className="text-small text-muted">{t("upstreamForGood")}</p>}
            <ShareCopy
              path={path}
              channel={other.isShort ? "copied_short" : "copied_upstream"}
              text={other.address}
              label={t("copyAddress")}
              labels={labels}
              className="link touch w-fit gap-2 text-small"
            />
          </form>
        )}
      </div>
    </details>
  );
}
