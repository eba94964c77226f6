/** The checkbox that was pressed last, from which a press with Shift goes on. */
let last: HTMLInputElement | null = null;

/**
 * Follows a press in the form: all at once, none, or with Shift everything from the press before.
 * @returns the ids that are chosen now.
 */
export function pickLinks(form: HTMLFormElement, pressed: HTMLElement, isRange: boolean): string[] {
  const boxes = listBoxes(form);
  if (pressed instanceof HTMLInputElement) {
    const before = last ? boxes.indexOf(last) : -1;
    const [from = 0, to = 0] = [before, boxes.indexOf(pressed)].sort((a, b) => a - b);
    if (isRange && before >= 0) for (const box of boxes.slice(from, to + 1)) box.checked = pressed.checked;
    last = pressed;
  } else {
    for (const box of boxes) box.checked = "all" in pressed.dataset;
    last = null;
  }
  return count(form);
}

/** Chooses the links again in a list that was drawn anew. */
export function restore(form: HTMLFormElement | null, ids: readonly string[]): void {
  if (!form) return;
  for (const box of listBoxes(form)) box.checked ||= ids.includes(box.value);
  count(form);
}

function listBoxes(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(".pick")];
}

/** Shows how many are chosen. */
function count(form: HTMLFormElement): string[] {
  const ids = listBoxes(form).flatMap(({ checked, value }) => (checked ? [value] : []));
  const output = form.querySelector("output");
  if (output) output.textContent = (output.dataset.label ?? "").replace("{count}", String(ids.length));
  return ids;
}
