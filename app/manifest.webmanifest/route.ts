import type { MetadataRoute } from "next";
import { paths } from "@/lib/core/paths";
import { getLanguage, isLanguage } from "@/lib/i18n/language/locale";
import { getLocale, getTranslations } from "@/lib/i18n/translations";

/**
 * Lets a phone keep the portal among its apps. Its addresses lead to the merchant that was used last. A text that is
 * shared with it is the description of a new link.
 */
export async function GET(): Promise<Response> {
  const icons: MetadataRoute.Manifest["icons"] = [
    { src: "/icons/192.png", sizes: "192x192", type: "image/png", purpose: "any" },
    { src: "/icons/512.png", sizes: "512x512", type: "image/png", purpose: "any" },
    { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ];
  const [icon] = icons;
  const locale = await getLocale();
  const title = (await getTranslations("newLink"))("title");
  const small = icon ? { icons: [icon] } : {};
  const manifest: MetadataRoute.Manifest = {
    name: "Cobro",
    short_name: "Cobro",
    id: "/",
    lang: locale,
    dir: "ltr",
    categories: ["business", "finance", "shopping"],
    start_url: "/",
    scope: "/",
    display: "standalone",
    orientation: "any",
    background_color: "#faf8f3",
    // A page's own color for light and dark comes first (app/layout.tsx).
    theme_color: "#faf8f3",
    icons,
    screenshots: screenshots(getLanguage(locale), title),
    shortcuts: [
      { name: title, url: paths.homeNew, ...small },
      { name: (await getTranslations("nav"))("history"), url: paths.homeHistory, ...small },
    ],
    share_target: { action: paths.home, method: "get", params: { title: "title", text: "text" } },
  };
  return Response.json(manifest, { headers: { "content-type": "application/manifest+json" } });
}

/** What an install dialog shows. `npm run screenshots` takes them; each language has its own. */
function screenshots(language: string, label: string): MetadataRoute.Manifest["screenshots"] {
  const known = isLanguage(language) ? language : "en";
  const [type, folder] = ["image/webp", "/screenshots"];
  return [
    { src: `${folder}/phone-${known}.webp`, sizes: "780x1688", type, form_factor: "narrow", label },
    { src: `${folder}/desk-${known}.webp`, sizes: "1280x800", type, form_factor: "wide", label },
  ];
}
