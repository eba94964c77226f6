import { headers } from "next/headers";
import { forbidden } from "next/navigation";

/** By the headers of their request, which are one object from the action to the page that is its answer. */
const refusedForms = new WeakSet<object>();

/**
 * Answers a form that is not for this role as its page would be: forbidden. Sent without scripts, a form whose action
 * throws that is "not found" to Next; so there the action comes to its end, and the page that follows it says so.
 */
export async function refuseForm(): Promise<void> {
  const request = await headers();
  if (request.has("next-action")) forbidden();
  refusedForms.add(request);
}

/** Whether the page to be shown is the answer to such a form. */
export async function isFormRefused(): Promise<boolean> {
  return refusedForms.has(await headers());
}
