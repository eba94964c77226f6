import path from "node:path";

/** The path of a file in an installed package. Every command runs in the project's own folder. */
export function packageFile(name: string): string {
  return path.join(process.cwd(), "node_modules", name);
}
