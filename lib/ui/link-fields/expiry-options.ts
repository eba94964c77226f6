import type { Option } from "@/lib/ui/form/choice";

/** In the order in which they are offered. */
const usual = ["none", "day", "24h", "7d"] as const;
const names = [...usual, "date", "label", "lastDay", "asUsual"] as const;

export type ExpiryLabels = Record<(typeof names)[number], string>;

/** The names of the choices, for scripts, which have no catalogue. @param t the messages about expiry. */
export function toExpiryLabels(t: (name: (typeof names)[number]) => string): ExpiryLabels {
  const labels = names.map((name) => [name, t(name)] as const);
  return Object.fromEntries(labels) as ExpiryLabels;
}

/** What a business or a template can say of all its links. */
export function listUsual(labels: ExpiryLabels): Option[] {
  return usual.map((value) => ({ value, label: labels[value] }));
}

/** The same, and a date. */
export function listExpiries(labels: ExpiryLabels): Option[] {
  return [...listUsual(labels), { value: "date", label: labels.date }];
}
