import { bootstrap } from "./bootstrap.mjs";

await bootstrap({ dev: true });
await import("./test.ts");
