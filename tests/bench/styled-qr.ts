import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { brandedQr, plainQr } from "@/lib/rendering/qr/branded-qr";
import { brandedPng, qrPng } from "@/lib/rendering/qr/qr-png";
import { figure } from "@/tests/bench/support/figure";
import { sizes } from "@/tests/bench/support/sizes";
import { qrReaders } from "@/tests/support/qr-readers";
import { randomRequest } from "@/tests/support/random-brands";
import { seededRandom } from "@/tests/support/seeded-random";

// Random codes in merchants' colors with logos, as files of random sizes. Each must be readable with two readers that
// share no code with the one used by the portal: jsQR, and the system's zbarimg (package zbar-tools).

const { count, seed } = sizes({ count: 300 }, { count: 10_000 });
const batch = 100;
const random = seededRandom(seed);
const run = promisify(execFile);

const found = { whole: 0, without: 0, plain: 0, jsqr: 0, zbar: 0, brandedMs: 0, plainMs: 0 };
const hasZbar = await run("zbarimg", ["--version"]).then(
  () => true,
  () => false,
);
if (!hasZbar) console.log("zbarimg is not installed (apt-get install zbar-tools): only jsQR reads them");
const startedAt = performance.now();
const directory = await mkdtemp(path.join(tmpdir(), "cobro-qr-"));
try {
  for (let done = 0; done < count; done += batch) await oneBatch(Math.min(batch, count - done));
} finally {
  await rm(directory, { recursive: true, force: true });
}
const seconds = (performance.now() - startedAt) / 1_000;
console.log(`${count} codes in ${seconds.toFixed(0)} s, seed ${seed}`);
figure({ what: "codes offered with all of the brand", value: found.whole });
figure({ what: "codes offered without its color or its logo", value: found.without });
figure({ what: "codes offered plain", value: found.plain });
figure({
  what: `codes of ${count} that jsQR did not read`,
  value: count - found.jsqr,
  isMet: found.jsqr === count,
});
if (hasZbar) {
  const missed = count - found.zbar;
  figure({ what: `codes of ${count} that zbarimg did not read`, value: missed, isMet: missed === 0 });
}
const each = (ms: number) => ms / count;
const what = "a code in colors, read three times and drawn as PNG, to a plain one drawn";
figure({ what, value: each(found.brandedMs), unit: "ms", floor: each(found.plainMs) });

async function oneBatch(size: number): Promise<void> {
  const codes = new Map<string, string>();
  for (let n = 0; n < size; n++) {
    const request = randomRequest(random);
    const pixelsPerModule = 2 + random() * 8;
    let before = performance.now();
    const { picture, logo, refused } = await brandedQr(request);
    const widthPixels = Math.round(picture.width * pixelsPerModule);
    const png = await brandedPng({ picture, logo }, { widthPixels });
    found.brandedMs += performance.now() - before;
    before = performance.now();
    qrPng(plainQr(request), { widthPixels });
    found.plainMs += performance.now() - before;

    const { brand, text } = request;
    const asked = brand.logo ? 2 : 1;
    found[refused.length === 0 ? "whole" : refused.length === asked ? "plain" : "without"] += 1;
    const isRead = (await qrReaders.jsqr(png)) === text;
    if (isRead) found.jsqr += 1;
    const file = path.join(directory, `${n}.png`);
    await writeFile(file, png);
    codes.set(file, text);
    if (!isRead) await keep("jsqr", png, request.text);
  }
  if (hasZbar) await readWithZbar(codes);
}

/**
 * Reads all files in one process. zbarimg prints nothing for a file that it cannot read, and then its exit code is an
 * error.
 */
async function readWithZbar(codes: Map<string, string>): Promise<void> {
  const only = ["--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable"];
  const { stdout } = await run("zbarimg", [...only, ...codes.keys()]).catch((error: { stdout?: string }) => ({
    stdout: error.stdout ?? "",
  }));
  const read = new Set(stdout.split("\n"));
  found.zbar += [...codes.values()].filter((text) => read.has(text)).length;
  for (const [file, text] of codes)
    if (!read.has(text)) console.log(`zbarimg did not read ${text} (${file})`);
}

async function keep(reader: string, png: Uint8Array, text: string): Promise<void> {
  const file = path.join(tmpdir(), `cobro-unread-${reader}-${text.slice(-8)}.png`);
  await writeFile(file, png);
  console.log(`${reader} did not read ${text}: ${file}`);
}
