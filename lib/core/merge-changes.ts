import { z } from "zod";

const drawnSchema = z.record(z.string(), z.unknown());

/** What a form was drawn with, as its hidden field tells it; nothing where that cannot be read. */
export function parseDrawn(text: string): Record<string, unknown> {
  try {
    return drawnSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/**
 * What somebody changed in a form that others may have saved meanwhile. Only that is theirs to write. What was changed
 * by both, and to different things, is a conflict; `merged` has theirs there, and what it is now where they changed nothing.
 * @param drawn what the form showed when it was opened. A value that is missing there is taken as it was sent.
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

/** Values as JSON has them: texts, numbers, and lists or objects of these in the same order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
