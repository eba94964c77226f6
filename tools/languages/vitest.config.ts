import path from "node:path";
import { defineConfig } from "vitest/config";

/** Opens every screen of a portal of its own. It takes minutes, so that `npm test` does without it. */
export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname, "../..") } },
  test: {
    include: ["tools/languages/*.look.ts"],
    globalSetup: "tests/support/portal.ts",
    testTimeout: 900_000,
    hookTimeout: 240_000,
  },
});
