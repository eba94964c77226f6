/** Everything that the operators' log can hold. */
const operations = [
  "merchant_disabled",
  "merchant_enabled",
  "limits_changed",
  "job_retried",
  "command",
] as const;
export type OperationKind = (typeof operations)[number];

/** Who does it: a person at /admin, or an account of the machine on which a command runs. */
export type Operator = { userId: string | null; name: string };

export function isOperation(text: string): text is OperationKind {
  return operations.some((known) => known === text);
}
