/** Identifies an interpretation in a form, together with the currency that was chosen when the person was asked. */
export function interpretationKey(
  { amountMinor, currency }: { amountMinor: number; currency: string },
  chosen: string,
): string {
  return `${amountMinor} ${currency} ${chosen}`;
}
