import type { CSSProperties } from "react";
import { contrast, parseColor, type Rgb } from "@/lib/core/color";

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** The page's background, light and dark (see globals.css), with which a button needs enough contrast. */
const papers = { light: [250, 248, 243], dark: [21, 18, 14] } as const satisfies Record<string, Rgb>;

/**
 * A merchant's color (`#rrggbb`) as the accent of the elements inside: the color is moved towards black or white only
 * as far as a contrast of 3:1 with the page requires. The text on it is in whichever ink is easier to read.
 */
export function accentStyle(color: string): CSSProperties {
  const light = accentOn(parseColor(color), papers.light, black);
  const dark = accentOn(parseColor(color), papers.dark, white);
  return {
    "--accent": `light-dark(${light.fill}, ${dark.fill})`,
    "--accent-ink": `light-dark(${light.ink}, ${dark.ink})`,
  } as CSSProperties;
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

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

function css([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}
