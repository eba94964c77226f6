import { headers } from "next/headers";
import { forbidden } from "next/navigation";

/**
 * Forms that were refused, by the headers object of their request. The action and the page that answers it share it.
 */
const refusedForms = new WeakSet<object>();

/**
 * Answers a form that this role may not send with the page for "forbidden". If the action of a form sent without
 * scripts threw that itself, Next would answer "not found"; so the action ends normally, and the page that follows says
 * it.
 */
export async function refuseForm(): Promise<void> {
  const request = await headers();
  if (request.has("next-action")) forbidden();
  refusedForms.add(request);
}

/** Whether the current page is the answer to such a form. */
export async function isFormRefused(): Promise<boolean> {
  return refusedForms.has(await headers());
}
