import type { CSSProperties } from "react";

type Rgb = [red: number, green: number, blue: number];

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** The page's own paper, light and dark (see globals.css), which a button has to stand out from. */
const papers = { light: [250, 248, 243], dark: [21, 18, 14] } as const satisfies Record<string, Rgb>;

/**
 * A merchant's colour (`#rrggbb`) as the accent of what is inside: the colour itself, moved towards black or
 * white only as far as it must to stand out 3:1 from the page, with whichever ink reads better on it.
 */
export function accentStyle(color: string): CSSProperties {
  const light = accentOn(parse(color), papers.light, black);
  const dark = accentOn(parse(color), papers.dark, white);
  return {
    "--accent": `light-dark(${light.fill}, ${dark.fill})`,
    "--accent-ink": `light-dark(${light.ink}, ${dark.ink})`,
  } as CSSProperties;
}

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Rgb, other: Rgb): number {
  const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

export function accentOn(
  color: Rgb,
  paper: Rgb,
  towards: Rgb,
): { fill: string; ink: string; fillRgb: Rgb; inkRgb: Rgb } {
  let fill = color;
  for (let share = 0.1; share <= 1 && !isReadable(fill, paper); share += 0.1)
    fill = mix(color, towards, share);
  const ink = contrast(fill, white) >= contrast(fill, black) ? white : black;
  return { fill: css(fill), ink: css(ink), fillRgb: fill, inkRgb: ink };
}

function isReadable(fill: Rgb, paper: Rgb): boolean {
  return contrast(fill, paper) >= 3;
}

function parse(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

function luminance(color: Rgb): number {
  const linear = (channel: number) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
}

function css([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}
