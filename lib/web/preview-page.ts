import escapeHtml from "escape-html";
import type { CustomerLanguage } from "@/lib/core/customer-language";

type PreviewPage = {
  language: CustomerLanguage;
  title: string;
  description: string;
  siteName: string;
  /** The short address itself. */
  address: string;
  picture: string;
  /** The pay page, for a person whose browser was taken for a messenger. */
  payHref: string;
  payLabel: string;
};

/** What a messenger reads of a link, to show it before it is opened. */
export function previewPage(page: PreviewPage): Response {
  const tags: [name: string, content: string][] = [
    ["og:type", "website"],
    ["og:title", page.title],
    ["og:description", page.description],
    ["og:site_name", page.siteName],
    ["og:url", page.address],
    ["og:locale", page.language],
    ["og:image", page.picture],
    ["og:image:type", "image/png"],
    ["og:image:width", "1200"],
    ["og:image:height", "630"],
    ["og:image:alt", page.title],
    ["twitter:card", "summary_large_image"],
  ];
  const meta = tags
    .filter(([, content]) => content !== "")
    .map(([name, content]) => `<meta property="${name}" content="${escapeHtml(content)}">`);
  const body = `<!doctype html>
<html lang="${page.language}" prefix="og: https://ogp.me/ns#">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(page.title)}</title>
<meta name="description" content="${escapeHtml(page.description)}">
${meta.join("\n")}
</head>
<body><h1>${escapeHtml(page.title)}</h1><p>${escapeHtml(page.description)}</p>
<p><a href="${escapeHtml(page.payHref)}" rel="noreferrer">${escapeHtml(page.payLabel)}</a></p></body></html>
`;
  return new Response(body, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    },
  });
}
