import { bootstrapSources } from "../bin/bootstrap.mjs";

// `npm test`. Plain JavaScript, because it may have to install what TypeScript needs.
await bootstrapSources({ dev: true });
await import("./test.ts");
