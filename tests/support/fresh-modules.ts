import { vi } from "vitest";

// Test files share a worker, in which libraries are loaded once. Each file begins with the settings of the run, and with
// modules of its own of everything that is Cobro's, also of what there is once in a process.

declare global {
  var settingsOfTheRun: NodeJS.ProcessEnv | undefined;
}

globalThis.settingsOfTheRun ??= { ...process.env };
const settings = globalThis.settingsOfTheRun;
for (const name of Object.keys(process.env)) {
  if (!(name in settings)) Reflect.deleteProperty(process.env, name);
}
Object.assign(process.env, settings);
for (const key of Reflect.ownKeys(globalThis)) {
  const name = typeof key === "symbol" ? (key.description ?? "") : key;
  if (/^cobro(\.|[A-Z])/.test(name)) Reflect.deleteProperty(globalThis, key);
}
vi.resetModules();
