import { parseArgs } from "node:util";

/**
 * How much a benchmark does: a little by default, so that all of them end in ten minutes; with `--full` as much as the
 * goals ask for. Each size can be given by name too: `--rows 5000`. `--seed` is 1 when not given.
 * @throws when an option is none of these or no number.
 */
export function sizes<Name extends string>(
  small: Record<Name, number>,
  full: Record<Name, number>,
): Record<Name | "seed", number> {
  const names = Object.keys(small);
  const options = Object.fromEntries([...names, "seed"].map((name) => [name, { type: "string" as const }]));
  const { values } = parseArgs({ options: { ...options, full: { type: "boolean" } } });
  const given = Object.entries(values).flatMap(([name, text]) =>
    typeof text === "string" ? [[name, numberFrom(name, text)] as const] : [],
  );
  return { seed: 1, ...(values.full ? full : small), ...Object.fromEntries(given) };
}

function numberFrom(name: string, text: string): number {
  const number = Number(text);
  if (text === "" || !Number.isFinite(number) || number < 0)
    throw new Error(`--${name} ${text}: is no number`);
  return number;
}
