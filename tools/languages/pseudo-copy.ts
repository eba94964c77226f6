import { copyFile, cp, link, mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const notCopied = new Set([".git", ".next", ".data", "node_modules", "coverage"]);

/** The English catalogues: for the interface, for customers, and of the error page. */
const catalogues = [
  { file: "lib/i18n/messages/en/catalogue.ts", begins: "export const en = {" },
  { file: "lib/i18n/messages/customer/en.ts", begins: "export const en = {" },
  { file: "lib/i18n/messages/error-page.ts", begins: "  en: {" },
];

/**
 * Copies the repository, and makes the copy's English pseudo text. No setting can do this to an installation.
 * @returns where the copy is; its packages are the same files.
 */
export async function makePseudoCopy(repository: string): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), "cobro-pseudo-"));
  const filter = (source: string) => !notCopied.has(path.basename(source));
  for (const name of await readdir(repository)) {
    if (!notCopied.has(name))
      await cp(path.join(repository, name), path.join(copy, name), { recursive: true, filter });
  }
  await linkTree(path.join(repository, "node_modules"), path.join(copy, "node_modules"));
  for (const { file, begins } of catalogues) await makePseudo(path.join(copy, file), begins);
  return copy;
}

/** Wraps the catalogue, an object that ends with the first `}` in the column in which its line begins. */
async function makePseudo(file: string, begins: string): Promise<void> {
  const source = await readFile(file, "utf8");
  const indent = /^ */.exec(begins)?.[0] ?? "";
  const at = source.indexOf(begins);
  const end = source.indexOf(`\n${indent}}`, at) + indent.length + 2;
  if (at === -1 || end < at) throw new Error(`${file} has no line "${begins}"`);
  const open = at + begins.length - 1;
  const wrapped = `toPseudoCatalogue(${source.slice(open, end)} as const)`;
  const rest = source.slice(end).replace(/^ as const/, "");
  const imported = 'import { toPseudoCatalogue } from "@/tools/languages/pseudo-text";\n';
  await writeFile(file, `${imported}${source.slice(0, open)}${wrapped}${rest}`);
}

/** The same files at another place, without their bytes where the file system can do that. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else if (entry.isSymbolicLink()) await cp(source, target, { verbatimSymlinks: true });
    else await link(source, target).catch(() => copyFile(source, target));
  }
}
