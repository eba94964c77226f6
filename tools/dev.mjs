import { bootstrapSources } from "../bin/bootstrap.mjs";

// `npm run dev`. Plain JavaScript, because it may have to install what TypeScript needs.
await bootstrapSources();
await import("./dev.ts");
