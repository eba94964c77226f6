import { bootstrap } from "../bin/bootstrap.mjs";

await bootstrap();
await import("./dev.ts");
