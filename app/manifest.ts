import type { MetadataRoute } from "next";

/** Lets a phone keep the portal among its apps. It opens the page that `/` redirects to. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Cobro",
    short_name: "Cobro",
    id: "/",
    start_url: "/",
    scope: "/",
    display: "standalone",
    orientation: "any",
    background_color: "#faf8f3",
    theme_color: "#faf8f3",
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
