import { limitElsewhere } from "./limit-elsewhere";

/** The checkbox that was pressed last, from which a press with Shift goes on. */
let last: HTMLInputElement | null = null;

/** The ids of the links that are chosen, and the address that they are sent to: another business has its own. */
let chosen = { address: "", ids: [] as string[] };

/** Follows a press in the form: all of the page at once, none, or with Shift everything from the press before. */
export function pickLinks(form: HTMLFormElement, pressed: HTMLElement, isRange: boolean): void {
  const boxes = listBoxes(form);
  const isNone = pressed instanceof HTMLButtonElement && pressed.type === "reset";
  if (pressed instanceof HTMLInputElement) {
    const earlier = last ? boxes.indexOf(last) : -1;
    const [from = 0, to = 0] = [earlier, boxes.indexOf(pressed)].sort((a, b) => a - b);
    if (isRange && earlier >= 0) for (const box of boxes.slice(from, to + 1)) box.checked = pressed.checked;
    last = pressed;
  } else {
    for (const box of boxes) box.checked = !isNone;
    last = null;
  }
  show(form, isNone ? [] : listChosen(form));
}

/** Chooses the links again in a list that was drawn anew, which may be another page of it. */
export function restore(form: HTMLFormElement | null): void {
  if (!form) return;
  const ids = listChosen(form);
  if (ids.length === 0) return;
  for (const box of listBoxes(form)) box.checked ||= ids.includes(box.value);
  show(form, ids);
}

function listChosen({ action }: HTMLFormElement): readonly string[] {
  return chosen.address === action ? chosen.ids : [];
}

function listBoxes(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(".pick")];
}

/** Shows how many are chosen, and has the form send those too that are on other pages. */
function show(form: HTMLFormElement, before: readonly string[]): void {
  const boxes = listBoxes(form);
  const here = new Set(boxes.map(({ value }) => value));
  const elsewhere = before.filter((id) => !here.has(id));
  form.querySelector("[data-elsewhere]")?.remove();
  const chosenHere = boxes.flatMap(({ checked, value }) => (checked ? [value] : []));
  const sent = limitElsewhere(elsewhere, chosenHere.length);
  if (sent.length > 0) form.append(hiddenField(sent));
  const ids = [...elsewhere, ...chosenHere];
  const output = form.querySelector("output");
  if (output) output.textContent = (output.dataset.label ?? "").replace("{count}", String(ids.length));
  chosen = { address: form.action, ids };
}

function hiddenField(ids: readonly string[]): HTMLInputElement {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "link";
  field.value = ids.join();
  field.dataset.elsewhere = "";
  return field;
}
