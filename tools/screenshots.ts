import path from "node:path";
import { parseArgs } from "node:util";
import { preparePortal } from "@/bin/launch/prepare";
import { runCommand } from "@/bin/process/command";
import { supervise } from "@/bin/process/supervisor";
import { takeScreenshots } from "@/tools/screenshots/take-screenshots";
import { findBrowser } from "@/tools/test-browser";

// Takes pictures of every screen on a phone and at a desk, in light and dark and in each language, with the data of the
// demo business. They are in .data/screenshots, with a contact sheet. `npm run screenshots -- --only history,inbox`

runCommand(() =>
  supervise(async (supervisor) => {
    const { values } = parseArgs({ options: { only: { type: "string" }, whole: { type: "boolean" } } });
    process.env.CHROMIUM_PATH = findBrowser();
    await preparePortal(supervisor);
    const directory = path.join(process.env.DATA_DIR || ".data", "screenshots");
    const only = values.only?.split(",");
    const count = await takeScreenshots({ directory, only, isWhole: values.whole ?? false });
    console.log(`\n${count} pictures; all together in ${path.join(directory, "index.html")}`);
    process.exit();
  }),
);
