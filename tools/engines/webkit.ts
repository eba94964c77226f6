import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Builder, By, type WebDriver, type WebElement } from "selenium-webdriver";
import { freePort } from "@/bin/embedded-postgres/server";
import { until, type Visitor } from "@/tools/engines/visitor";

const browserPath = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** Safari's engine as GTK has it, on a display that nobody sees. */
export async function openWebKit(width: number, height: number): Promise<Visitor> {
  const display = `:${90 + (process.pid % 9)}`;
  const screen = spawn("Xvfb", [display, "-screen", "0", "1600x1200x24"], { stdio: "ignore" });
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: "1" };
  const server = spawn("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore", env });
  await sleep(1_000);
  const driver = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: process.env.WEBKIT_PATH ?? browserPath, args: ["--automation"] },
    })
    .build();
  await driver.manage().window().setRect({ x: 0, y: 0, width, height });
  const capabilities = await driver.getCapabilities();
  return {
    name: `WebKitGTK ${capabilities.getBrowserVersion()}`,
    open: (url) => driver.get(url),
    address: () => driver.getCurrentUrl(),
    press: async (element) => {
      const found = await find(driver, element);
      // As a person does who sees it half behind a bar; the driver scrolls no further than into the window.
      await driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", found);
      await found.click();
    },
    fill: async (element, text) => {
      const found = await find(driver, element);
      await found.clear();
      await found.sendKeys(text);
    },
    evaluate: (expression) => driver.executeScript(`return (${expression});`),
    picture: async (element) => Buffer.from(await (await find(driver, element)).takeScreenshot(), "base64"),
    // WebDriver tells of none.
    errors: [],
    close: async () => {
      await driver.quit();
      await Promise.all([end(server), end(screen)]);
    },
  };
}

function find(driver: WebDriver, element: string): Promise<WebElement> {
  return until(element, async () => {
    for (const found of await driver.findElements(By.xpath(element))) {
      if (await found.isDisplayed()) return found;
    }
    return null;
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill();
  await exited;
}
