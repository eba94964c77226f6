import { useTranslations } from "next-intl";
import { CopyButton } from "@/lib/ui/copy-button";
import { Icon } from "@/lib/ui/icon";
import { ShareButton } from "./share-button";

/** What a cashier does with a link, within the thumb's reach. */
export function ShareRow({ url, text }: { url: string; text: string }) {
  const t = useTranslations("link");
  return (
    <div className="sticky bottom-[calc(4.5rem+env(safe-area-inset-bottom))] grid grid-cols-3 gap-2 bg-paper py-2 short:static lg:static">
      <ShareButton url={url} text={text} label={t("share")} copied={t("copied")} />
      <a
        href={`https://wa.me/?text=${encodeURIComponent(text)}`}
        target="_blank"
        rel="noreferrer"
        className="button button-stacked button-quiet"
      >
        <Icon name="chat" />
        {t("whatsapp")}
      </a>
      <CopyButton text={url} label={t("copy")} copied={t("copied")} byHand={t("copyByHand")} />
    </div>
  );
}
