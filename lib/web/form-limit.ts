const kib = 1024;

/** A form of text. In bytes, as all below. */
const longestForm = 1024 * kib;

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
