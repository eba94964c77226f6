import * as z from "zod";

const drawnSchema = z.record(z.string(), z.unknown());

/** The values that a form showed when it was opened, from its hidden field. Empty when that cannot be read. */
export function parseDrawn(text: string): Record<string, unknown> {
  try {
    return drawnSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/**
 * What a person changed in a form that others may have saved meanwhile; only that is written. What both changed, to
 * different values, is a conflict. `merged` has this person's value wherever they changed one, and the stored value
 * elsewhere.
 * @param drawn what the form showed when it was opened. A value that is missing there counts as unchanged.
 */
export function mergeChanges<Values extends object>({
  drawn,
  sent,
  now,
}: {
  drawn: Record<string, unknown>;
  sent: Values;
  now: Values;
}) {
  const changes: Partial<Values> = {};
  const conflicts: Extract<keyof Values, string>[] = [];
  const merged: Values = { ...now };
  for (const name in sent) {
    const isTheirs = !(name in drawn) || !isSame(sent[name], drawn[name]);
    if (!isTheirs || isSame(sent[name], now[name])) continue;
    merged[name] = sent[name];
    if (name in drawn && !isSame(now[name], drawn[name])) conflicts.push(name);
    else changes[name] = sent[name];
  }
  return { changes, conflicts, merged };
}

/** Whether two JSON values are equal: texts, numbers, and lists or objects of these in the same order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
