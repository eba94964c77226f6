// Plain JavaScript, because it runs before anything else of a program.
import { closeSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import module from "node:module";
import path from "node:path";
import { Script } from "node:vm";
import zlib from "node:zlib";

const root = path.dirname(import.meta.dirname);
const call = "globalThis[Symbol.for('cobro.compiled')]";

/**
 * Takes what V8 has compiled before: compiling takes a quarter of every start. From Node 22 on, Node keeps it by itself. On
 * Node 20 it is what was kept when the portal was built.
 * @param {string} programs where the built programs are.
 */
export function takeCompiledCode(programs) {
  if (module.enableCompileCache) module.enableCompileCache(path.join(programs, "../cache/compiled"));
  // Node 21 has neither.
  else if (zlib.crc32) take(path.join(programs, "compiled"));
}

/**
 * The same in the process that keeps it, when it ends.
 * @param {string} programs
 */
export function keepCompiledCode(programs) {
  if (module.enableCompileCache) takeCompiledCode(programs);
  else if (zlib.crc32) keep(path.join(programs, "compiled"));
}

/**
 * @typedef {{ at: number, length: number, sum: number }} Place where the compiled code of a file is, and its source's
 * checksum: V8 compares only the length.
 */

/** @param {string} directory */
function take(directory) {
  /** @type {Record<string, Place>} */
  let places;
  let file = 0;
  try {
    places = JSON.parse(readFileSync(path.join(directory, "index.json"), "utf8"));
    file = openSync(path.join(directory, "code"), "r");
  } catch {
    return;
  }
  const giveUp = replaceSources((source, filename) => {
    const place = places[path.relative(root, filename)];
    if (place?.sum !== zlib.crc32(source)) return undefined;
    const cachedData = Buffer.allocUnsafeSlow(place.length);
    readSync(file, cachedData, 0, place.length, place.at);
    const script = new Script(module.wrap(source), { filename, cachedData });
    // It is of another version of V8, or was compiled with other flags: so is all of it.
    if (script.cachedDataRejected) {
      closeSync(file);
      giveUp();
    }
    return script;
  });
}

/** @param {string} directory */
function keep(directory) {
  /** @type {Map<string, { script: Script, sum: number }>} */
  const scripts = new Map();
  replaceSources((source, filename) => {
    // What is taken from there cannot import anything later, in this version of Node.
    if (/\bimport\s*\(/.test(source)) return undefined;
    const script = new Script(module.wrap(source), { filename });
    scripts.set(path.relative(root, filename), { script, sum: zlib.crc32(source) });
    return script;
  });
  // At the end, because by then V8 has compiled what a start and a page use.
  process.once("exit", () => {
    /** @type {Record<string, Place>} */
    const places = {};
    const parts = [];
    let at = 0;
    for (const [name, { script, sum }] of scripts) {
      const code = script.createCachedData();
      places[name] = { at, length: code.length, sum };
      parts.push(code);
      at += code.length;
    }
    mkdirSync(directory, { recursive: true });
    writeFileSync(path.join(directory, "code"), Buffer.concat(parts));
    writeFileSync(path.join(directory, "index.json"), JSON.stringify(places));
  });
}

/**
 * Node goes on loading modules as it does, but of those that `compile` answers a script for, it compiles only a call.
 * @param {(source: string, filename: string) => Script | undefined} compile
 * @returns {() => void} what ends it.
 */
function replaceSources(compile) {
  /** @type {Map<string, Script>} */
  const compiled = new Map();
  Reflect.set(globalThis, Symbol.for("cobro.compiled"), (/** @type {string} */ filename) => {
    const script = compiled.get(filename);
    compiled.delete(filename);
    return script?.runInThisContext();
  });
  const { _compile: original } = module.prototype;
  module.prototype._compile = function (source, filename, format) {
    const script = format === "module" || source.startsWith("#!") ? undefined : compile(source, filename);
    if (!script) return original.call(this, source, filename, format);
    compiled.set(filename, script);
    const replaced = `return ${call}(__filename).call(this, exports, require, module, __filename, __dirname)`;
    return original.call(this, replaced, filename, format);
  };
  return () => {
    module.prototype._compile = original;
  };
}
