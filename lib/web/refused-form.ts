import { headers } from "next/headers";
import { forbidden } from "next/navigation";
import { formNameField } from "@/lib/core/form-name";

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

/** The name of the form of a request that was shown again with errors. */
const shownAgain = new WeakMap<object, string>();

/** Notes that a form sent without scripts is shown again with errors, so that its page opens what it is folded away in. */
export async function noteShownAgain(formData: FormData): Promise<void> {
  const request = await headers();
  const name = formData.get(formNameField);
  // Where scripts run, the next page that is drawn would fold it away again.
  if (typeof name === "string" && !request.has("next-action")) shownAgain.set(request, name);
}

/** The name of the form that the current page answers, if it has errors; null also where scripts run and open it. */
export async function formShownAgain(): Promise<string | null> {
  return shownAgain.get(await headers()) ?? null;
}

/** Whether the current page is the answer to such a form. */
export async function isFormRefused(): Promise<boolean> {
  return refusedForms.has(await headers());
}
