// What was typed into a form that got no answer, stored in this tab until there is one, also over a reload and a sign-
// in. It is only for the person who typed it, expires after a while, and never holds a secret.

/** The person had to sign in first, or to prove who they are; there was no answer; or they asked for a new version. */
export type DraftReason = "signedOut" | "askedForProof" | "restored" | "updated";

export type Draft = {
  personId: string | null;
  /** Unix milliseconds. */
  keptAt: number;
  /** Why the form was not answered. */
  why: DraftReason;
  values: Record<string, string>;
};

const prefix = "draft ";
const draftMinutes = 60;

/** Holds a form's name, so that the form is found when another form on the page leads away from it. */
export const draftAttribute = "data-draft";

/** On a field whose content is never stored, even while it is shown. */
export const secretAttribute = "data-secret";

/** The key of one form at one address. A token in the address is left out, so that it is not stored. */
export function draftKey(path: string, form: string): string {
  return `${prefix}${path.replace(/^\/(invite|reset-password)\/.*/, "/$1")} ${form}`;
}

export function saveDraft(key: string, draft: Omit<Draft, "keptAt">): void {
  attempt(() => sessionStorage.setItem(key, JSON.stringify({ ...draft, keptAt: Date.now() })));
}

/** Stores what was typed into all forms of the page, because the submission of another form is about to leave it. */
export function saveBegunForms(path: string, personId: string | null, why: DraftReason): void {
  for (const form of document.querySelectorAll<HTMLFormElement>(`form[${draftAttribute}]`)) {
    const key = draftKey(path, form.getAttribute(draftAttribute) ?? "");
    if ([...form.elements].some(isChanged)) {
      saveDraft(key, { personId, why, values: typedValues(form) });
    }
  }
}

function isChanged(element: Element): boolean {
  if (isSecret(element)) return false;
  if (element instanceof HTMLSelectElement) {
    return [...element.options].some(({ selected, defaultSelected }) => selected !== defaultSelected);
  }
  if (element instanceof HTMLTextAreaElement) return element.value !== element.defaultValue;
  if (!(element instanceof HTMLInputElement)) return false;
  return element.value !== element.defaultValue || element.checked !== element.defaultChecked;
}

/** Null when there is none, when it has expired, and when it is another person's. */
export function findDraft(key: string, personId: string | null): Draft | null {
  const draft = readDraft(key);
  const isRecent = draft !== null && Date.now() - draft.keptAt < draftMinutes * 60_000;
  return isRecent && draft.personId === personId ? draft : null;
}

export function deleteDraft(key: string): void {
  attempt(() => sessionStorage.removeItem(key));
}

export function deleteAllDrafts(): void {
  for (const key of listKeys()) deleteDraft(key);
}

/** Deletes what others have typed in this tab, once somebody has signed in. */
export function deleteDraftsOfOthers(personId: string | null): void {
  if (personId === null) return;
  for (const key of listKeys()) if (readDraft(key)?.personId !== personId) deleteDraft(key);
}

/** Whether the form has fields that may be stored. */
export function hasFields(form: HTMLFormElement): boolean {
  return [...form.elements].some(
    (element) => element.matches("input:not([type=hidden]), select, textarea") && !isSecret(element),
  );
}

/** What was typed or chosen in a form, without what nobody else may read: passwords, keys, and files. */
export function typedValues(form: HTMLFormElement): Record<string, string> {
  const secret = [...form.elements].filter(isSecret).map(({ name }) => name);
  const kept = [...new FormData(form)].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && !entry[0].startsWith("$ACTION") && !secret.includes(entry[0]),
  );
  return Object.fromEntries(kept);
}

function isSecret(element: Element): element is HTMLInputElement {
  if (!(element instanceof HTMLInputElement)) return false;
  return element.hasAttribute(secretAttribute) || element.type === "password" || element.type === "file";
}

function readDraft(key: string): Draft | null {
  const text = attempt(() => sessionStorage.getItem(key));
  const json = attempt((): unknown => JSON.parse(text ?? "null"));
  return isDraft(json) ? json : null;
}

function isDraft(json: unknown): json is Draft {
  return (
    typeof json === "object" && json !== null && "personId" in json && "keptAt" in json && "values" in json
  );
}

function listKeys(): string[] {
  return attempt(() => Object.keys(sessionStorage).filter((key) => key.startsWith(prefix))) ?? [];
}

/** A browser may forbid storage, or have no space; the form then works without it. */
function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
