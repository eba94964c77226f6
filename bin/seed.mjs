import { bootstrapSources } from "./bootstrap.mjs";

// `npm run seed`. Plain JavaScript, because it may have to install what TypeScript needs.
await bootstrapSources();
await import("./seed.ts");
