import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import sharp from "sharp";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { figure } from "@/tests/bench/support/figure";
import { percentile } from "@/tests/bench/support/measure";
import { PageClock } from "@/tests/bench/support/page-clock";
import { watchMemory } from "@/tests/bench/support/peak-memory";
import { sizes } from "@/tests/bench/support/sizes";
import { HttpVisitor } from "@/tests/support/http-visitor";
import { linkRows } from "@/tests/support/link-rows";
import { startPortal } from "@/tests/support/start-portal";
import { inEnvironment } from "@/tools/campaign/environment";
import { signUpMerchant } from "@/tools/campaign/merchants";

// Somebody asks the built portal (npm run build) for as much heavy work as they can, while another opens the sign-in
// page again and again. Nothing is asked for twice, so that nothing comes from the cache. Each flood is measured in
// rounds, right after the same page without it, and the figure is that of the middle round: what else the machine does
// meanwhile is in both.

const { rounds, seconds } = sizes({ rounds: 3, seconds: 4 }, { rounds: 9, seconds: 8 });
/** A flood begins so long before it is measured. */
const leadMs = 500;
/** More than are on sheets, so that an export of them has several pieces. */
const links = 1_000;

await inEnvironment({}, async (environment) => {
  // The memory is that of one web process and of what draws for it.
  const portal = await startPortal(environment.settings, path.join(environment.directory, "portal.log"));
  environment.later(portal.stop);
  const { http, path: merchant, merchantId, userId } = await signUpMerchant(portal.url, environment, 0);
  const ids = await addLinks(environment.adminUrl, { merchantId, userId, slug: merchant.slice(3) });
  await uploadLogo(http, merchant, await photo(400));
  const large = await photo(5_000);

  let number = 0;
  const chosenSheets = () => {
    const chosen = ids.slice(-90).filter((_, at) => (at + number) % 7 !== 0);
    number += 1;
    return `range=all&lang=${number % 2 ? "en" : "es"}&${chosen
      .slice(number % 30)
      .map((id) => `link=${id}`)
      .join("&")}`;
  };
  const floods: Record<string, () => Promise<Response>> = {
    "six tabs on sheet.pdf": () => http.request(`${merchant}/links/sheet.pdf?${chosenSheets()}`),
    "six tabs on the page of sheets": () => http.request(`${merchant}/links/sheet?${chosenSheets()}`),
    "six tabs on export.csv": () => http.request(`${merchant}/links/export.csv`),
    "six tabs on branded PNGs of 2048 px": () =>
      http.request(
        `${merchant}/links/${ids[++number % links]}/qr.png?look=brand&size=${2_048 - (number % 300)}`,
      ),
    "eight logos of 25 megapixels": () => uploadLogo(http, merchant, large),
    "fifty sign-ins at once from one address": () => {
      const typed = { email: `nobody-${++number}@example.com`, password: "not the password of anyone" };
      const from = { "x-forwarded-for": http.address };
      return new HttpVisitor(portal.url).submit("/login", 'name="password"', typed, from);
    },
  };
  const atOnce = [6, 6, 6, 6, 8, 50];

  const clock = new PageClock();
  environment.later(async () => clock.stop());
  const signInPageMs = async (forMs: number) =>
    percentile(await clock.times(portal.url, "/login", forMs), 0.95);
  await signInPageMs(3_000);
  for (const [index, [what, ask]] of Object.entries(floods).entries()) {
    const answers = new Map<number, number>();
    const found: { floor: number; value: number }[] = [];
    let peak = 0;
    for (let round = 0; round < rounds; round++) {
      const floor = await signInPageMs((seconds * 1_000) / 2);
      const memory = watchMemory(portal.pid);
      let isOver = false;
      const flood = Array.from({ length: atOnce[index] ?? 1 }, async () => {
        while (!isOver) {
          const response = await ask();
          await response.arrayBuffer();
          answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
        }
      });
      await sleep(leadMs);
      found.push({ floor, value: await signInPageMs(seconds * 1_000) });
      isOver = true;
      await Promise.all(flood);
      peak = Math.max(peak, memory());
    }
    console.log(`${what}: answers by status ${JSON.stringify([...answers])}`);
    const { floor, value } = middleRound(found);
    const ratios = found.map((round) => (round.value / round.floor).toFixed(1));
    console.log(`  times calm, in each round: ${ratios.join(", ")}`);
    figure({ what: `sign-in page under ${what}, p95`, value, unit: "ms", floor, isMet: value <= 2 * floor });
    figure({ what: `memory under ${what}`, value: Math.round(peak), unit: "MB" });
  }
});

/** The round whose ratio is the median. */
function middleRound(found: { floor: number; value: number }[]): { floor: number; value: number } {
  const sorted = found.toSorted((a, b) => a.value / a.floor - b.value / b.floor);
  return sorted[Math.floor(sorted.length / 2)] ?? { floor: Number.NaN, value: Number.NaN };
}

async function addLinks(
  adminUrl: string,
  { merchantId, userId, slug }: { merchantId: string; userId: string; slug: string },
): Promise<string[]> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const owner = { merchantId: mintMerchantId(merchantId), actor: { userId, ip: null }, slug };
  const rows = Array.from({ length: links }, (_, at) => ({
    description: `Almuerzo del día para ${at} personas`,
    upstreamId: crypto.randomUUID(),
  }));
  const ids = await linkRows(admin)(owner, ...rows);
  await admin.end();
  return ids;
}

/** A progressive JPEG, which takes more memory to decode than other files: all of its pixels at once. */
async function photo(side: number): Promise<File> {
  const plain = { width: side, height: side, channels: 3, background: "#0a6640" } as const;
  const bytes = await sharp({ create: plain }).jpeg({ quality: 50, progressive: true }).toBuffer();
  return new File([new Uint8Array(bytes)], "photo.jpg", { type: "image/jpeg" });
}

async function uploadLogo(http: HttpVisitor, merchant: string, logo: File): Promise<Response> {
  return http.submit(`${merchant}/settings/general`, 'name="logo"', { logo });
}
