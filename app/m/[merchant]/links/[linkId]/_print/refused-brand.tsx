import { useTranslations } from "@/lib/i18n/translations";
import type { BrandedQr } from "@/lib/rendering/qr/branded-qr";
import { Icon } from "@/lib/ui/icon";

/** Says which parts of the brand the code is without, or that a reader has read it with all of them. */
export function RefusedBrand({ refused }: { refused: BrandedQr["refused"] }) {
  const t = useTranslations("print");
  const isWhole = refused.length === 0;
  return (
    <p role="status" className="flex gap-2 text-small">
      <Icon name={isWhole ? "check" : "question"} className="mt-0.5 size-4" />
      <span>
        {isWhole && t("readBack")}
        {refused.length === 2 && t("bothRefused")}
        {refused.length === 1 && (refused[0] === "color" ? t("colorRefused") : t("logoRefused"))}
      </span>
    </p>
  );
}
