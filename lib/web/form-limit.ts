const kib = 1024;

/** What follows the question mark in an address, in characters. No filter is longer; more is not looked at. */
export const longestQuery = 4 * kib;

/** A form of text. In bytes, as all below. */
const longestForm = 64 * kib;

/** Pages with a form that takes a file, and how long that form may be: the file and what is around it. */
const filePages = [{ path: /^\/m\/[a-z0-9-]+\/settings\/general$/, longest: (2 * 1024 + 64) * kib }];

/** How long a form sent to this path may be. Next's own limit, in next.config.js, is above all of them. */
export function longestFormTo(path: string): number {
  return filePages.find((page) => page.path.test(path))?.longest ?? longestForm;
}

export function takesFile(path: string): boolean {
  return filePages.some((page) => page.path.test(path));
}

/** Added to the address of such a page when what was sent there is too long to be read. */
export const tooLongMark = "too-long";
