import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "@/tests/support/launch-browser";
import { startTestPortal, teardown } from "@/tests/support/portal";
import { contactSheet } from "@/tools/screenshots/contact-sheet";
import { type DemoPeople, demoPeople } from "@/tools/screenshots/demo-people";
import { type DemoScreen, demoScreens } from "@/tools/screenshots/demo-screens";
import { devices, getFile, languages, type Shot, schemes } from "@/tools/screenshots/shots";

/**
 * Takes all pictures with a portal, database and sandbox of its own, which are removed afterwards.
 * @param only names of screens, or how they begin; all when not given.
 * @param isWhole whether to take the whole page instead of what fits on the screen.
 * @returns how many were taken.
 */
export async function takeScreenshots(options: {
  directory: string;
  only?: string[] | undefined;
  isWhole: boolean;
}): Promise<number> {
  const { directory, only, isWhole } = options;
  try {
    const portal = await startTestPortal();
    Object.assign(process.env, portal.settings);
    const people = await demoPeople(portal);
    const screens = (await demoScreens(people)).filter(
      ({ name }) => !only || only.some((wanted) => name.startsWith(wanted)),
    );
    if (!only) await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    const browser = await launchBrowser();
    const rounds = Object.keys(devices).flatMap((device) =>
      Object.keys(languages).map((language) => ({ device, language }) as Pick<Shot, "device" | "language">),
    );
    const take = (round: (typeof rounds)[number]) =>
      takeRound(browser, people, screens, { ...round, url: portal.url, directory, isWhole });
    // Two at a time, so that both the browser and the portal are always busy.
    await Promise.all(
      [0, 1].map(async (half) => {
        for (const round of rounds.filter((_, index) => index % 2 === half)) await take(round);
      }),
    );
    await browser.close();
    await writeFile(path.join(directory, "index.html"), contactSheet(screens.map(({ name }) => name)));
    return screens.length * rounds.length * schemes.length;
  } finally {
    await teardown();
  }
}

type Round = Pick<Shot, "device" | "language"> & { url: string; directory: string; isWhole: boolean };

async function takeRound(
  browser: Browser,
  people: DemoPeople,
  screens: DemoScreen[],
  { device, language, url, directory, isWhole }: Round,
): Promise<void> {
  // Where the demo business is, so that no page says that its clock is another one.
  const here = { baseURL: url, locale: languages[language], timezoneId: "America/Costa_Rica" };
  const context = await browser.newContext({ ...devices[device], ...here });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  // Loads the typefaces before the first picture.
  await page.goto("/login", { waitUntil: "networkidle" });
  console.log(`  ${device}, ${language}`);
  for (const screen of screens) {
    await signInAs(context, people, screen);
    try {
      await show(page, screen);
      for (const scheme of schemes) {
        await page.emulateMedia({ colorScheme: scheme });
        const file = path.join(directory, getFile(screen.name, { device, scheme, language }));
        await page.screenshot({ path: file, fullPage: isWhole, animations: "disabled" });
      }
    } catch (error) {
      throw new Error(`${screen.name} (${device}, ${language}) cannot be shown: ${String(error)}`);
    }
    await page.emulateMedia({ colorScheme: "light" });
  }
  await context.close();
}

async function signInAs(context: BrowserContext, people: DemoPeople, { who }: DemoScreen): Promise<void> {
  await context.clearCookies();
  if (who) await context.addCookies(people.visitors[who].browserCookies());
}

async function show(page: Page, { path: address, prepare }: DemoScreen): Promise<void> {
  await page.goto(address, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready);
  await prepare?.(page);
}
