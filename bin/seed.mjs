import { bootstrap } from "./bootstrap.mjs";

// `npm run seed`. Plain JavaScript, because it may have to install what TypeScript needs.
await bootstrap();
await import("./seed.ts");
