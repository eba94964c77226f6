import { readFileSync } from "node:fs";
import * as z from "zod";

const built = z.object({ config: z.record(z.string(), z.unknown()) });

/**
 * Next takes its settings from here, as a server of `output: "standalone"` does. Otherwise it reads next.config.js at each
 * start and checks each setting in it again, which was done when the portal was built.
 * @param file the build's list of what its server needs.
 */
export function giveBuiltConfig(file: string): void {
  const { config } = built.parse(JSON.parse(readFileSync(file, "utf8")));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}
