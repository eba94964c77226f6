/** What stands before the value of a field that is no file, as browsers write it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a name that holds some, or is escaped, is for the parser.
const beforeValue = /^\r\nContent-Disposition: form-data; name="([^"%\u0000-\u001f\u007f]*)"\r\n\r\n/;

/**
 * Reads a form of texts alone that is written as browsers write it, in a fraction of the time that the parser for all forms
 * takes. Null for anything else, which that parser has to judge.
 */
export function readPlainForm(body: Buffer, type: string): FormData | null {
  const [, boundary] = /^multipart\/form-data; boundary=([\w-]{1,70})$/.exec(type) ?? [];
  if (boundary === undefined) return null;
  const [before, ...parts] = `\r\n${body.toString("utf8")}`.split(`\r\n--${boundary}`);
  if (before !== "" || !/^--(?:\r\n)?$/.test(parts.pop() ?? "")) return null;
  const form = new FormData();
  for (const part of parts) {
    const [start, name] = beforeValue.exec(part) ?? [];
    if (start === undefined || name === undefined) return null;
    form.append(name, part.slice(start.length));
  }
  return form;
}
