import * as z from "zod";

const names: Record<number, string> = {
  10: "trace",
  20: "debug",
  30: "info",
  40: "warn",
  50: "error",
  60: "fatal",
};

const entry = z.looseObject({ level: z.number(), time: z.iso.datetime(), msg: z.string().optional() });

/**
 * A line of the log for somebody at a terminal, as in `13:52:01 warn  upstream_down host=api.4geeks.io`. What it does not
 * understand stays as it is.
 */
export function readableLine(json: string): string {
  const { data } = entry.safeParse(parse(json));
  if (!data) return json;
  const { level, time, msg, code, ...fields } = data;
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${spell(value)}`);
  const said = [code, msg].filter((part) => typeof part === "string" && part !== "console");
  return `${[time.slice(11, 19), (names[level] ?? "").padEnd(5), ...said, ...rest].join(" ")}\n`;
}

function spell(value: unknown): string {
  return typeof value === "string" && /^[\w.:/-]+$/.test(value) ? value : JSON.stringify(value);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
