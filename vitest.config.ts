import { defineConfig } from "vitest/config";

// Tests run far from UTC so that a date that only works there fails.
process.env.TZ = "Pacific/Kiritimati";

const alias = { "@": import.meta.dirname };

/** Starting a worker and loading its libraries takes longer than most files of tests. */
const sharedWorker = { isolate: false, setupFiles: "tests/support/fresh-modules.ts" };

const withDatabase = {
  globalSetup: "tests/support/postgres-template.ts",
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

/** Tests in which processes and databases die and come back. They wait for most of their time, so that others run beside them. */
const faultTests = [
  "tests/integration/gateway/silent-upstream.test.ts",
  "tests/integration/jobs/{bulk-kills,jobs-restart}.test.ts",
  "tests/integration/platform/postgres-restart.test.ts",
  "tests/integration/tools/campaign-short.test.ts",
];

/** Tests that start and stop processes and databases, each in a worker of its own. */
const processTests = ["bin", "jobs", "platform", "tools"].map(
  (room) => `tests/integration/${room}/**/*.test.ts`,
);

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
          ...sharedWorker,
          testTimeout: 30_000,
          // They run alone and wait for nothing, so they take all processors.
          maxWorkers: "100%",
        },
      },
      {
        extends: true,
        test: {
          ...withDatabase,
          ...sharedWorker,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: [...faultTests, ...processTests],
        },
      },
      {
        extends: true,
        test: { ...withDatabase, name: "processes", include: processTests, exclude: faultTests },
      },
      {
        extends: true,
        test: { ...withDatabase, name: "faults", include: faultTests },
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
