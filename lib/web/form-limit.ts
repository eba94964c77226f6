const kib = 1024;

/** The longest query string of an address, in characters. No filter is longer, and a longer query is not parsed. */
export const longestQuery = 4 * kib;

/** The longest form without a file, in bytes. */
const longestForm = 64 * kib;

/** The pages whose form takes a file, and the longest such form: the file and the fields around it. */
const filePages = [
  { path: /^\/m\/[a-z0-9-]+\/settings\/general$/, longest: (2 * 1024 + 64) * kib },
  // A table of links, as a file or pasted.
  { path: /^\/m\/[a-z0-9-]+\/bulk$/, longest: (5 * 1024 + 64) * kib },
];

/** The longest form that this path accepts. Next's own limit, in next.config.js, is higher than all of these. */
export function longestFormTo(path: string): number {
  return filePages.find((page) => page.path.test(path))?.longest ?? longestForm;
}

export function takesFile(path: string): boolean {
  return filePages.some((page) => page.path.test(path));
}

/** Added to the address of such a page after a form that was too long to be read. */
export const tooLongMark = "too-long";
