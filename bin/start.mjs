import { bootstrap } from "./bootstrap.mjs";

// `npm start`. Plain JavaScript, because it may have to install what TypeScript needs.
await bootstrap();
await import("./start.ts");
