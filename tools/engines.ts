import path from "node:path";
import { parseArgs } from "node:util";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { preparePortal } from "@/bin/launch/prepare";
import { runCommand } from "@/bin/process/command";
import { supervise } from "@/bin/process/supervisor";
import { openFirefox } from "@/tools/engines/firefox";
import { openWebKit } from "@/tools/engines/webkit";

// A cashier's day in another engine than Chromium: `npm run engines -- firefox` or `webkit`, which have to be installed
// (Debian: firefox-esr; webkit2gtk-driver and xvfb). On a phone's width; `--desk` on a desk's.

const engines = { firefox: openFirefox, webkit: openWebKit };

runCommand(() =>
  supervise(async (supervisor) => {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { desk: { type: "boolean" } },
    });
    const [name = ""] = positionals;
    if (name !== "firefox" && name !== "webkit") throw new CliError("firefox or webkit?");
    await preparePortal(supervisor);
    const { inEnvironment } = await import("@/tools/campaign/environment");
    const { startPortal } = await import("@/tests/support/start-portal");
    const { tellStory } = await import("@/tools/engines/story");
    const failed = await inEnvironment({}, async (environment) => {
      const portal = await startPortal(environment.settings, path.join(environment.directory, "portal.log"));
      environment.later(portal.stop);
      const visitor = await (values.desk ? engines[name](1280, 800) : engines[name](390, 844));
      environment.later(visitor.close);
      console.log(visitor.name);
      let count = 0;
      for (const [step, tell] of tellStory(visitor, portal.url, portal.stop)) {
        const error = await tell().then(() => null, String);
        console.log(error === null ? `  ✓ ${step}` : `  ✗ ${step}: ${error}`);
        if (error === null) continue;
        count += 1;
        const text = await visitor.evaluate("document.body.innerText").catch(String);
        console.log(`    at ${await visitor.address()}: ${String(text).replace(/\s+/g, " ").slice(0, 200)}`);
      }
      for (const error of visitor.errors) console.log(`  ✗ in a page: ${error}`);
      return count + visitor.errors.length;
    });
    process.exit(failed === 0 ? 0 : 1);
  }),
);
