import { encode } from "fast-png";
import { modes } from "@/lib/core/mode";
import { type Brand, qrUses } from "@/lib/rendering/qr/branded-qr";
import type { QrLogo } from "@/lib/rendering/qr/logo-plate";

type Random = () => number;

/**
 * A code that a merchant could ask for: any color, with or without a logo, in any mode, for an address of usual length.
 */
export function randomRequest(random: Random) {
  const brand: Brand = {
    color: hex(randomColor(random)),
    logo: random() < 0.75 ? randomLogo(random) : null,
  };
  return {
    text: `https://pay.4geeks.io/link/${randomWord(random, 8 + Math.floor(random() ** 4 * 300))}`,
    mode: pick(modes, random),
    use: pick(qrUses, random),
    brand,
  };
}

/** Logos that are easy or hard for a reader: one color, stripes, noise, and something that looks like a code. */
function randomLogo(random: Random): QrLogo {
  const long = 16 + Math.floor(random() * 240);
  const short = Math.max(1, Math.round(long * (0.15 + random() * 0.85)));
  const [width, height] = random() < 0.5 ? [long, short] : [short, long];
  const colors = [randomColor(random), randomColor(random), random() < 0.5 ? [0, 0, 0] : [255, 255, 255]];
  const cell = 1 + Math.floor(random() * 12);
  const kind = pick(["plain", "stripes", "noise", "blocks", "rings"] as const, random);
  const blocks = Array.from({ length: 4096 }, () => Math.floor(random() * colors.length));
  const colorAt = (x: number, y: number): number => {
    if (kind === "plain") return 0;
    if (kind === "stripes") return Math.floor(x / cell) % 2;
    if (kind === "noise") return Math.floor(random() * colors.length);
    const fromMiddle = Math.max(Math.abs(x - width / 2), Math.abs(y - height / 2));
    if (kind === "rings") return Math.floor(fromMiddle / cell) % 2;
    return blocks[(Math.floor(x / cell) * 64 + Math.floor(y / cell)) % blocks.length] ?? 0;
  };
  const hasAlpha = random() < 0.5;
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const alpha = hasAlpha ? Math.floor(random() * 256) : 255;
      data.set([...(colors[colorAt(x, y)] ?? []), alpha], (y * width + x) * 4);
    }
  }
  const png = encode({ width, height, data, channels: 4 }, { zlib: { level: 1 } });
  return { png, width, height, version: randomWord(random, 16) };
}

function randomColor(random: Random): number[] {
  return Array.from({ length: 3 }, () => Math.floor(random() * 256));
}

function hex(channels: number[]): string {
  return `#${Buffer.from(channels).toString("hex")}`;
}

function randomWord(random: Random, length: number): string {
  const emails = "abcdefghijklmnopqrstuvwxyz0123456789_";
  return Array.from({ length }, () => emails[Math.floor(random() * emails.length)]).join("");
}

function pick<Item>(items: readonly [Item, ...Item[]], random: Random): Item {
  return items[Math.floor(random() * items.length)] ?? items[0];
}
