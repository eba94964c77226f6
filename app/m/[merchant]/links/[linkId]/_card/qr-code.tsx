import type { ShareableLink } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { qrPicture } from "@/lib/rendering/qr/qr-picture";
import { qrPaths } from "@/lib/rendering/qr/qr-svg";

/** A link's QR code, on white in every theme. */
export function QrCode({ link: { address, mode }, className }: { link: ShareableLink; className: string }) {
  const t = useTranslations("link");
  const { viewBox, paths } = qrPaths(qrPicture({ text: address, mode }));
  return (
    <svg
      role="img"
      aria-label={t("qr")}
      viewBox={viewBox}
      shapeRendering="crispEdges"
      className={`bg-white ${className}`}
    >
      {paths.map(({ fill, d }) => (
        <path key={fill} fill={fill} d={d} />
      ))}
    </svg>
  );
}
