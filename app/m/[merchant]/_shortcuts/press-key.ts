/** How long after `g` the second key may be pressed. */
const sequenceMs = 1_500;
/** The width from which the history is beside an open link; `--breakpoint-desk` in globals.css. */
const desk = "(min-width: 72rem)";

let goPressedAt = 0;

/** Does what a key stands for: presses or focuses the element on the page whose `data-key` it is. */
export function pressKey(key: string): void {
  const isSecond = Date.now() - goPressedAt < sequenceMs;
  goPressedAt = key === "g" ? Date.now() : 0;
  if (isSecond && use(`g ${key}`)) return;
  if (key === "j") step(1);
  else if (key === "k") step(-1);
  else if (key === "x") pick();
  else use(key);
}

/** Chooses the link that has the focus, or that is open, or takes it out again. */
function pick(): void {
  const row = document.activeElement?.closest("[data-list] li") ?? findOpenRow()?.closest("li");
  row?.querySelector<HTMLInputElement>(".pick")?.click();
}

function findOpenRow(): Element | null {
  return document.querySelector("[data-list] a.row[aria-current]");
}

function use(key: string): boolean {
  const element = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (element instanceof HTMLInputElement) {
    element.focus();
    element.select();
  } else element?.click();
  return element !== null;
}

/** Goes to the next or the previous link of the list: opens it in the split view, otherwise focuses it. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>("[data-list] a.row")];
  const open = rows.findIndex((row) => row.ariaCurrent !== null);
  const at = open >= 0 ? open : rows.findIndex((row) => row.matches(":focus"));
  const next = rows[at + by];
  if (!next) {
    if (by === 1) document.querySelector<HTMLElement>("[data-older]")?.focus();
    return;
  }
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  if (open < 0 && !window.matchMedia(desk).matches) return;
  // Marked at once, because the answer may take a moment and the next key press counts from here.
  rows[open]?.removeAttribute("aria-current");
  next.ariaCurrent = "page";
  next.click();
}
