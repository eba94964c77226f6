import { parseArgs } from "node:util";

/**
 * The sizes of a benchmark: small by default, so that all benchmarks end in ten minutes; with `--full` as large as the
 * goals require. Each can also be given by name: `--rows 5000`. `--seed` is 1 by default.
 * @throws when an option has another name or is no number.
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
