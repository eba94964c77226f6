import QRCode from "qrcode";
import { plainQr } from "@/lib/rendering/qr/branded-qr";
import { qrPng } from "@/lib/rendering/qr/qr-png";
import { qrSvg } from "@/lib/rendering/qr/qr-svg";
import { figure } from "@/tests/bench/support/figure";
import { inTurns, median, ratios, timed } from "@/tests/bench/support/measure";
import { sizes } from "@/tests/bench/support/sizes";

// Plain codes as files, against the library that most programs use for them, in turns: the same text, error correction
// and size.

const { codes, rounds } = sizes({ codes: 100, rounds: 7 }, { codes: 200, rounds: 9 });
const widthPixels = 512;
const correction = { errorCorrectionLevel: "M", width: widthPixels } as const;
let number = 0;

for (const [what, ours, theirs, goal] of [
  [
    "QR code as SVG",
    async (text: string) =>
      qrSvg(plainQr({ text, mode: "live", use: "screen" }), { title: "QR", widthPixels }),
    (text: string) => QRCode.toString(text, { type: "svg", ...correction }),
    3,
  ],
  [
    "QR code as PNG",
    async (text: string) => qrPng(plainQr({ text, mode: "live", use: "screen" }), { widthPixels }),
    (text: string) => QRCode.toBuffer(text, correction),
    20,
  ],
] as const) {
  const [mine = [], others = []] = await inTurns(
    rounds,
    () => timed(() => drawAll(ours)),
    () => timed(() => drawAll(theirs)),
  );
  const { ratio, spread } = ratios(others, mine);
  const [value = 0, floor = 0] = [mine, others].map((times) => codes / (median(times) / 1_000));
  figure({ what, value, unit: "per s", floor, ratio, spread, isMet: ratio >= goal });
}

async function drawAll(draw: (text: string) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < codes; at += 1) {
    number += 1;
    await draw(`https://pay.4geeks.example/link/plink_8fq2xyz${1_000_000 + number}`);
  }
}
