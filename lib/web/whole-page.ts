import escapeHtml from "escape-html";

/** A page that says one thing. */
export type WholePage = {
  language: string;
  title: string;
  text: string;
  /** Whose it is, above the title; null when that must not be said, or is nobody's. */
  heading?: string | null;
  /** Where the reader can go on. */
  button?: { href: string; label: string } | null;
};

const paper = "light-dark(oklch(0.982 0.006 85), oklch(0.185 0.008 75))";
const ink = "light-dark(oklch(0.245 0.014 70), oklch(0.945 0.006 85))";
const muted = "light-dark(oklch(0.47 0.014 70), oklch(0.755 0.01 80))";

/** What such a page may load and be part of, where it does not have the policy of the portal's pages. */
export const wholePagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The HTML of a page that is whole in itself: it needs no file, and its styles are in attributes, which the content
 * security policy of every page allows.
 */
export function wholePage(page: WholePage): string {
  return `<!doctype html>
<html lang="${page.language}" style="color-scheme:light dark">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(page.title)}</title></head>
<body style="margin:0">${wholeScreen(page)}</body></html>
`;
}

/** The same inside another page, which has nothing else. */
export function wholeScreen({ language, title, text, heading, button }: WholePage): string {
  return `<main lang="${language}" style="color-scheme:light dark;min-height:100dvh;box-sizing:border-box;padding:28px 20px;display:grid;gap:12px;overflow-wrap:anywhere;place-content:center;grid-template-columns:minmax(0,26rem);background:${paper};color:${ink};font:400 1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
${heading ? `<p style="margin:0;font-weight:650"><bdi>${escapeHtml(heading)}</bdi></p>` : ""}
<h1 style="margin:0;font-size:1.375rem;line-height:1.25;font-weight:650">${escapeHtml(title)}</h1>
<p style="margin:0;color:${muted}">${escapeHtml(text)}</p>
${button ? `<p style="margin:8px 0 0"><a href="${escapeHtml(button.href)}" rel="noreferrer" style="display:inline-block;padding:12px 20px;border-radius:12px;background:${ink};color:${paper};font-weight:650;text-decoration:none">${escapeHtml(button.label)}</a></p>` : ""}
</main>`;
}
