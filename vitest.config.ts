import { defineConfig } from "vitest/config";

// Tests run far from UTC so that a date that only works there fails.
process.env.TZ = "Pacific/Kiritimati";

const alias = { "@": import.meta.dirname };

/** Tests of the built portal: over plain HTTP, or in a browser. */
const wholePortal = {
  globalSetup: "tests/support/portal.ts",
  testTimeout: 240_000,
  hookTimeout: 240_000,
  fileParallelism: false,
  // One worker runs all files, with one browser. None of them changes a module or a setting.
  isolate: false,
};

export default defineConfig({
  resolve: { alias },
  test: {
    // Whatever waits ends as soon as its condition is true. The limits are for what never comes: a busy machine takes
    // long, and two projects run at once.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          testTimeout: 30_000,
          // They run alone and wait for nothing, so they take all processors.
          maxWorkers: "100%",
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: "tests/support/postgres-template.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: { ...wholePortal, name: "http", include: ["tests/http/**/*.test.ts"] },
      },
      {
        extends: true,
        test: { ...wholePortal, name: "e2e", include: ["tests/e2e/**/*.test.ts"] },
      },
    ],
  },
});
