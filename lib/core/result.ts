/**
 * An expected outcome as a value. Bugs throw; what a person or the upstream API can cause is returned. `Failure` is a
 * union discriminated by `code`, so that a map from code to message is exhaustive by type.
 */
export type Result<Value, Failure extends { code: string }> =
  | { ok: true; value: Value }
  | ({ ok: false } & Failure);

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function fail<const Failure extends { code: string }>(failure: Failure): { ok: false } & Failure {
  return { ok: false, ...failure };
}
