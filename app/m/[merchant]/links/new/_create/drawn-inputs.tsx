import type { DrawnField } from "@/lib/domain/payment-links/schema";

/** Goes with every button that makes a link: what it was drawn with. */
export function DrawnInputs({ mode, business }: Record<DrawnField, string>) {
  return (
    <>
      <input type="hidden" name="mode" value={mode} />
      <input type="hidden" name="business" value={business} />
    </>
  );
}
