import { isolate } from "@/lib/core/isolate";
import { whatsappAddress } from "@/lib/core/share-addresses";
import { customerMessage } from "@/lib/i18n/customer-message";
import { useTranslations } from "@/lib/i18n/translations";
import { IsolatedText } from "@/lib/ui/isolated-text";
import { useMoments } from "@/lib/ui/moments/use-moments";
import type { LastShared } from "./last-shared";
import { ShareAnchor } from "./share-anchor";
import { ShareButton } from "./share-button";
import { ShareCopy } from "./share-copy";
import type { SharePanelProps } from "./share-panel-props";

/** Ways to share a link with a customer: three within the thumb's reach. */
export function SharePanel({
  link,
  merchant,
  language,
  path,
  phone,
  lastShared,
}: SharePanelProps & { lastShared: LastShared | null }) {
  const moments = useMoments(merchant.timeZone);
  const channels = useTranslations("shareChannel");
  const t = useTranslations("link");
  const said = useTranslations("share");
  const notes = useTranslations("notes");
  const message = customerMessage(link, link.address, { merchant, language });
  const labels = { copied: t("copied"), byHand: t("copyByHand") };
  const shared = {
    ...message,
    url: link.address,
    picture: `${path}/qr.png`,
    pictureName: `${merchant.slug}.png`,
  };
  return (
    // Without scripts, Share and Copy load this page with the other ways open.
    <form action={`${path}#ways`} className="grid grid-cols-3 gap-2">
      <ShareButton
        path={path}
        waysId="ways"
        shared={shared}
        label={t("share")}
        labels={{ shared: said("passedOn"), notShared: said("notShared"), menuFailed: said("menuFailed") }}
      />
      <ShareAnchor
        path={path}
        channel="whatsapp"
        href={whatsappAddress(message.whole, phone ?? undefined)}
        icon="chat"
        label={t("whatsapp")}
        opened={said("whatsappOpened")}
        className="button button-stacked button-quiet"
      />
      <ShareCopy path={path} channel="copied_link" text={link.address} label={t("copy")} labels={labels} />
      {phone && (
        <p className="col-span-full text-small text-muted">
          {notes("whatsappTo", { number: isolate(phone.shown) })}
        </p>
      )}
      {lastShared && (
        <p className="col-span-full text-small text-muted">
          <IsolatedText>
            {said("lastShared", {
              name: isolate(lastShared.name),
              how: channels(lastShared.channel),
              when: moments.toText(lastShared.at),
            })}
          </IsolatedText>
        </p>
      )}
    </form>
  );
}
