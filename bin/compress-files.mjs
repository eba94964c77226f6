import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

// Compresses the scripts and styles of the build once, as well as can be: a second for all of them.
// What a server sends of them is chosen in bin/process/compressed-files.ts.

const directory = path.resolve(".next", "static");
const names = await readdir(directory, { recursive: true });
await Promise.all(names.filter((name) => /\.(js|css|svg)$/.test(name)).map((name) => compress(name)));

/** @param {string} name */
async function compress(name) {
  const file = path.join(directory, name);
  const bytes = await readFile(file);
  // Less than what fits into one packet is not sent sooner.
  if (bytes.length < 1_000) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
