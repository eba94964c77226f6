import { bootstrap } from "../bin/bootstrap.mjs";

// `npm run dev`. Plain JavaScript, because it may have to install what TypeScript needs.
await bootstrap();
await import("./dev.ts");
