import type { DrawnField } from "@/lib/domain/payment-links/schema";

/** Hidden inputs for every button that creates a link: the mode and the business that its page showed. */
export function DrawnInputs({ mode, business }: Record<DrawnField, string>) {
  return (
    <>
      <input type="hidden" name="mode" value={mode} />
      <input type="hidden" name="business" value={business} />
    </>
  );
}
