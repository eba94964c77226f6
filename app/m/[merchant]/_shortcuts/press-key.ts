/** How long after `g` the second key may come. */
const sequenceMs = 1_500;
/** Where the history is beside an open link; `--breakpoint-desk` in globals.css. */
const desk = "(min-width: 72rem)";

let goPressedAt = 0;

/** Does what one key stands for: presses, or puts the focus in, whatever on the page carries it as `data-key`. */
export function pressKey(key: string): void {
  const isSecond = Date.now() - goPressedAt < sequenceMs;
  goPressedAt = key === "g" ? Date.now() : 0;
  if (isSecond && use(`g ${key}`)) return;
  if (key === "j") step(1);
  else if (key === "k") step(-1);
  else use(key);
}

function use(key: string): boolean {
  const element = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (element instanceof HTMLInputElement) {
    element.focus();
    element.select();
  } else element?.click();
  return element !== null;
}

/** To the next link of the list, or the one before: opens it on a desk, puts the focus on it where the list is alone. */
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
  // Marked at once: the answer may take a moment, and the next press counts from here.
  rows[open]?.removeAttribute("aria-current");
  next.ariaCurrent = "page";
  next.click();
}
