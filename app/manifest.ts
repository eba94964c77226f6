import type { MetadataRoute } from "next";
import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/core/paths";

/**
 * Lets a phone keep the portal among its apps. Its addresses lead to the merchant that was used last. A text that is
 * shared with it is the description of a new link.
 */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const icons: MetadataRoute.Manifest["icons"] = [
    { src: "/icons/192.png", sizes: "192x192", type: "image/png", purpose: "any" },
    { src: "/icons/512.png", sizes: "512x512", type: "image/png", purpose: "any" },
    { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ];
  const [icon] = icons;
  const small = icon ? { icons: [icon] } : {};
  return {
    name: "Cobro",
    short_name: "Cobro",
    id: "/",
    start_url: "/",
    scope: "/",
    display: "standalone",
    orientation: "any",
    background_color: "#faf8f3",
    // A page's own color for light and dark comes first (app/layout.tsx).
    theme_color: "#faf8f3",
    icons,
    shortcuts: [
      { name: (await getTranslations("newLink"))("title"), url: paths.homeNew, ...small },
      { name: (await getTranslations("nav"))("history"), url: paths.homeHistory, ...small },
    ],
    share_target: { action: paths.home, method: "get", params: { title: "title", text: "text" } },
  };
}
