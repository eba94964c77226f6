import { bootstrap } from "./bootstrap.mjs";

await bootstrap();
await import("./seed.ts");
