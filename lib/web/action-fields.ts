const fieldName = /^\$ACTION_(\w+):(\d+)$/;
const reference = /^\$ACTION_REF_(\w+)$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
const control = /[\u0000-\u001f\u007f]/;

/**
 * Whether the names of all fields and files can stand in the headers of their parts. Next's parser throws at control
 * characters there.
 */
export function hasReadableNames(form: FormData): boolean {
  return [...form].every(
    ([name, value]) => !control.test(name) && (typeof value === "string" || !control.test(value.name)),
  );
}

/**
 * Whether the hidden fields by which React finds a form's action can be what React put there. React throws at fields
 * that it cannot read, and Next then answers 500, as if the portal were broken.
 */
export function hasReadableActionFields(form: FormData): boolean {
  for (const [name, value] of form) {
    if (fieldName.test(name) && parsed(value) === undefined) return false;
    const [, action] = reference.exec(name) ?? [];
    if (action !== undefined && !isAction(form, action)) return false;
  }
  return true;
}

/** The `:0` field of an action names it, and the field that holds its bound arguments as a list. */
function isAction(form: FormData, action: string): boolean {
  const description = parsed(form.get(`$ACTION_${action}:0`));
  if (typeof description !== "object" || description === null) return false;
  if (!("id" in description) || typeof description.id !== "string" || !("bound" in description)) return false;
  if (description.bound === null) return true;
  const [, bound] = /^\$@([0-9a-f]+)$/.exec(String(description.bound)) ?? [];
  if (bound === undefined) return false;
  return Array.isArray(parsed(form.get(`$ACTION_${action}:${Number.parseInt(bound, 16)}`)));
}

function parsed(value: FormDataEntryValue | null): unknown {
  try {
    return typeof value === "string" ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
}
