import { devices, getFile, languages, type Shot, schemes } from "@/tools/screenshots/shots";

/**
 * One page with all pictures, screen by screen, with a row for each language. Each small picture links to the full
 * size.
 */
export function contactSheet(screens: string[]): string {
  const links = screens.map((name) => `<li><a href="#${anchor(name)}">${name}</a></li>`).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cobro: every screen</title>
<style>${style}</style>
</head>
<body>
<h1>Cobro: every screen</h1>
<p>${screens.length} screens, each at ${Object.values(devices).map(getSize).join(" and ")} px, in light and dark, in ${Object.keys(languages).length} languages.</p>
<nav><ul>${links}</ul></nav>
${screens.map(toSection).join("\n")}
</body>
</html>
`;
}

function toSection(name: string): string {
  const figures = Object.keys(languages).flatMap((language) =>
    Object.keys(devices).flatMap((device) =>
      schemes.map((scheme) => toFigure(name, { language, device, scheme } as Shot)),
    ),
  );
  return `<section id="${anchor(name)}"><h2>${name}</h2><div>${figures.join("")}</div></section>`;
}

function toFigure(name: string, shot: Shot): string {
  const file = getFile(name, shot);
  const { width, height } = devices[shot.device].viewport;
  const caption = `${shot.device}, ${shot.scheme}, ${shot.language}`;
  const image = `<img src="${file}" alt="${name}: ${caption}" width="${width}" height="${height}" loading="lazy">`;
  return `<figure class="${shot.device}"><a href="${file}">${image}</a><figcaption>${caption}</figcaption></figure>`;
}

function anchor(name: string): string {
  return name.replace(/[^a-z0-9]+/gi, "-");
}

function getSize({ viewport }: { viewport: { width: number; height: number } }): string {
  return `${viewport.width}×${viewport.height}`;
}

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; padding: 24px; max-width: 1500px; background: light-dark(#eee9df, #26221c); color: light-dark(#26221c, #eee9df); }
h1, h2 { font-weight: 650; line-height: 1.2; }
h2 { margin: 40px 0 12px; font-size: 20px; }
nav ul { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 0; padding: 0; list-style: none; }
nav a { color: inherit; display: inline-block; padding: 4px 0; }
section > div { display: grid; gap: 12px; grid-template-columns: 1fr 1fr 3fr 3fr; align-items: start; }
figure { margin: 0; min-width: 0; }
img { display: block; width: 100%; height: auto; border: 1px solid light-dark(#cfc6b5, #4a443a); border-radius: 6px; }
.phone img { aspect-ratio: 390 / 844; object-fit: cover; object-position: top; }
.desk img { aspect-ratio: 1280 / 800; object-fit: cover; object-position: top; }
figcaption { margin-top: 4px; font-size: 13px; opacity: 0.75; }
@media (max-width: 800px) { section > div { grid-template-columns: 1fr 1fr; } }
`;
