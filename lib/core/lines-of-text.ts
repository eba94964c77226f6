import { hasMoreCharacters, type LineIssue, readLine } from "@/lib/core/line-of-text";
import { fail, ok, type Result } from "@/lib/core/result";

/**
 * A text of several lines, each in the form that `readLine` stores. Empty lines at its ends are left out, and several of
 * them between others become one. An empty text is fine.
 * @param max in characters as a person counts them, line breaks too.
 */
export function readLines(
  text: string,
  max: number,
): Result<string, { code: Exclude<LineIssue, "missing"> }> {
  const lines: string[] = [];
  for (const typed of text.split(/\r\n|[\r\n\u2028\u2029]/)) {
    const line = readLine(typed, max);
    if (!line.ok && line.code !== "missing") return fail({ code: line.code });
    lines.push(line.ok ? line.value : "");
  }
  const whole = lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
  return hasMoreCharacters(whole, max) ? fail({ code: "too_long" }) : ok(whole);
}
