import * as z from "zod";

/** A server's address with a user and a password in it. No error message repeats any part of it. */
export function serverUrl(protocol: RegExp, error: string) {
  return z
    .string()
    .refine(hasWholeUser, {
      error: "a # / ? @ or % in its user or password must be written as %23 %2F %3F %40 or %25",
      abort: true,
    })
    .pipe(z.url({ protocol, error }));
}

/**
 * Whether the user and the password end where they seem to. An unescaped sign in a password moves the rest of it into
 * the host, path or fragment of the address, which may be printed.
 */
function hasWholeUser(url: string): boolean {
  const [, authority = "", rest = ""] = /^[^/]*\/\/([^/?#]*)(.*)$/s.exec(url) ?? [];
  return !/[@#]/.test(rest) && !/%(?![0-9a-f]{2})/i.test(authority);
}
