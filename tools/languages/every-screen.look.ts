import { mkdir } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { openBrowser } from "@/tests/support/browser";
import { everyScreen, visit } from "@/tests/support/screens";
import { isData } from "@/tools/languages/data";
import { findFaults } from "@/tools/languages/find-faults";
import { moreScreens } from "@/tools/languages/more-screens";
import { pseudoLetters } from "@/tools/languages/pseudo-text";

const { LOOK_AT = "en-US", LOOK_IN = ".data/languages", LOOK_ONLY } = process.env;
const isPseudo = LOOK_AT === "pseudo";
const locales = isPseudo ? ["en-US"] : LOOK_AT.split(",");
const own = isPseudo ? pseudoLetters : /\p{L}/u;

test("every screen fits, in each language", async () => {
  const only = LOOK_ONLY?.split(",");
  const screens = [...(await everyScreen()), ...(await moreScreens())].filter(
    ({ name }) => !only || only.some((wanted) => name.startsWith(wanted)),
  );
  await mkdir(LOOK_IN, { recursive: true });
  const found: string[] = [];
  const foreign = new Map<string, string>();
  for (const locale of locales) {
    const visitor = await openBrowser({ locale });
    const { page } = visitor;
    visitor.expectStatus(403, 404, 410);
    for (const screen of screens) {
      const failure = await visit(visitor, screen).then(
        () => null,
        (error: unknown) => String(error).split("\n")[0],
      );
      if (failure) found.push(`${screen.name}, ${locale}: ${failure}`);
      for (const width of [320, 390]) {
        await page.setViewportSize({ width, height: 844 });
        const { layout, texts } = await findFaults(page, own);
        for (const fault of layout) found.push(`${screen.name}, ${locale}, ${width} px: ${fault}`);
        if (isPseudo)
          for (const text of texts)
            if (/\p{L}{2}/u.test(text) && !own.test(text) && !isData(text)) foreign.set(text, screen.name);
        const name = `${screen.name.replace(/\P{L}+/gu, "-")}.${width}.${isPseudo ? "pseudo" : locale}.png`;
        if (width === 320)
          await page.screenshot({ path: path.join(LOOK_IN, name), fullPage: true, animations: "disabled" });
      }
      await page.setViewportSize({ width: 390, height: 844 });
    }
  }
  const untranslated = [...foreign].map(([text, name]) => `${name}: "${text}" is in no catalogue`);
  console.log([...found, ...untranslated].join("\n"));
  expect([...found, ...untranslated]).toEqual([]);
});
