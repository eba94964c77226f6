import { bootstrap } from "./bootstrap.mjs";
import { loadProgram } from "./load-program.mjs";

// `npm start`. Plain JavaScript, because it may have to install what TypeScript needs.
bootstrap();
await loadProgram("start");
