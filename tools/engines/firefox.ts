import { type ElementHandle, launch } from "puppeteer-core";
import { until, type Visitor } from "@/tools/engines/visitor";

/** Firefox as it is installed, told what to do by WebDriver BiDi. */
export async function openFirefox(width: number, height: number): Promise<Visitor> {
  const browser = await launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr",
    headless: true,
  });
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  const find = (element: string): Promise<ElementHandle> =>
    until(element, async () => {
      for (const found of await page.$$(`xpath/${element}`)) if (await found.isVisible()) return found;
      return null;
    });
  return {
    name: await browser.version(),
    open: async (url) => void (await page.goto(url)),
    address: async () => page.url(),
    press: async (element) => (await find(element)).click(),
    fill: async (element, text) => {
      const found = await find(element);
      await found.click({ count: 3 });
      await found.type(text);
    },
    evaluate: (expression) => page.evaluate(expression),
    picture: async (element) => (await find(element)).screenshot(),
    errors,
    close: () => browser.close(),
  };
}
