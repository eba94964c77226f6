import type { ReactNode } from "react";
import { merchantPaths } from "@/lib/core/merchant-paths";

/**
 * A merchant's logo in a square of fixed size, framed in the merchant's color. It is on white in dark mode too, as
 * logos are designed for. Without a logo, `children` are shown.
 */
export function MerchantLogo({
  merchant: { slug, logoVersion },
  pixels,
  children,
}: {
  merchant: { slug: string; logoVersion: string | null };
  /** Its width and height. */
  pixels: 28 | 40;
  children: ReactNode;
}) {
  if (logoVersion === null) return children;
  return (
    // biome-ignore lint/performance/noImgElement: the picture is small already, and shared caches must not store it.
    <img
      src={merchantPaths(slug).logoIcon(logoVersion)}
      width={pixels}
      height={pixels}
      // The merchant's name is beside it.
      alt=""
      decoding="async"
      className={`${pixels === 40 ? "size-10 rounded-box" : "size-7 rounded-[0.5rem]"} shrink-0 border-2 border-accent on-white object-contain p-0.5`}
    />
  );
}
