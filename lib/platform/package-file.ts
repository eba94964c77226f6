import path from "node:path";

/** Where a file of an installed package is: every command runs in the project's own folder. */
export function packageFile(name: string): string {
  return path.join(process.cwd(), "node_modules", name);
}
