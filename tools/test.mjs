import { bootstrap } from "../bin/bootstrap.mjs";

await bootstrap({ dev: true });
await import("./test.ts");
