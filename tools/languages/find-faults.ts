import type { Page } from "playwright-core";

export type Faults = {
  /** What does not fit, each as a sentence. */
  layout: string[];
  /** Every text of the page that people see or hear, each once. */
  texts: string[];
};

/**
 * Looks at the page for text that is cut or leaves its button, for controls and texts over one another, and for a page
 * that is wider than the screen.
 * @param isOwn tells the texts of the catalogues from data, which may be cut with an ellipsis.
 */
export function findFaults(page: Page, isOwn: { source: string }): Promise<Faults> {
  return page.evaluate((pattern) => {
    const own = new RegExp(pattern);
    const layout = new Set<string>();
    const texts = new Set<string>();
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = [...document.querySelectorAll("main *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const short = (text: string | null | undefined) => (text ?? "").trim().replace(/\s+/g, " ").slice(0, 60);
    if (scrollWidth > clientWidth)
      layout.add(`the page is ${scrollWidth - clientWidth} px too wide, by ${short(wide.at(-1)?.outerHTML)}`);
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return (
        width > 1 &&
        height > 1 &&
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      );
    };
    /** What scrolls with the page lies under what is fixed, which is meant. */
    const layer = (element: Element) => {
      for (let one: Element | null = element; one; one = one.parentElement)
        if (["fixed", "sticky"].includes(getComputedStyle(one).position)) return one;
      return null;
    };
    const overlap = (a: DOMRect, b: DOMRect) =>
      Math.min(
        Math.min(a.right, b.right) - Math.max(a.left, b.left),
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
      );
    /** What is left of a box inside everything that cuts off or scrolls around it. */
    const visible = (box: DOMRect, inside: Element): DOMRect => {
      let { left, top, right, bottom } = box;
      for (let one: Element | null = inside; one && one !== document.body; one = one.parentElement) {
        if (getComputedStyle(one).overflowX === "visible") continue;
        const frame = one.getBoundingClientRect();
        [left, top] = [Math.max(left, frame.left), Math.max(top, frame.top)];
        [right, bottom] = [Math.min(right, frame.right), Math.min(bottom, frame.bottom)];
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };
    const lines: { node: Text; box: DOMRect; layer: Element | null }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = short(node.textContent);
      if (!(node instanceof Text) || !parent || !text || parent.closest("script, style, noscript, template"))
        continue;
      if (parent.closest("[translate=no], bdi, [dir=auto], time, select, svg") === null) texts.add(text);
      if (parent.closest("select, svg") || !isSeen(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].map((box) => visible(box, parent));
      const on = layer(parent);
      for (const box of boxes) lines.push({ node, box, layer: on });
      const control = parent.closest("a, button, summary, label, td, th, [role=status], nav > *");
      const frame = control?.getBoundingClientRect();
      if (!frame || getComputedStyle(parent).overflowX !== "visible") continue;
      for (const box of boxes) {
        const over = Math.max(
          frame.left - box.left,
          box.right - frame.right,
          frame.top - box.top,
          box.bottom - frame.bottom,
        );
        if (over > 3) layout.add(`"${text}" leaves its <${control?.localName}> by ${Math.round(over)} px`);
      }
    }
    for (const element of document.querySelectorAll("body *:not(input, select, textarea)")) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow: string) => ["hidden", "clip"].includes(overflow);
      if (element.clientWidth <= 1 || !isSeen(element) || element.closest("svg")) continue;
      const isCut =
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 3);
      if (isCut && own.test(element.textContent ?? ""))
        layout.add(`<${element.localName}> cuts "${short(element.textContent)}"`);
    }
    for (const [at, one] of lines.entries()) {
      for (const other of lines.slice(at + 1)) {
        if (other.node === one.node || other.layer !== one.layer || overlap(one.box, other.box) <= 4)
          continue;
        layout.add(`"${short(one.node.textContent)}" and "${short(other.node.textContent)}" overlap`);
      }
    }
    const controls = [
      ...document.querySelectorAll("a, button, summary, select, input:not([type=hidden]), textarea"),
    ]
      .filter(isSeen)
      .map((element) => ({
        element,
        box: visible(element.getBoundingClientRect(), element.parentElement ?? element),
        layer: layer(element),
      }));
    for (const [at, one] of controls.entries()) {
      for (const other of controls.slice(at + 1)) {
        const isNested =
          one.element.contains(other.element) ||
          other.element.contains(one.element) ||
          // A button in a field.
          (other.box.left >= one.box.left && other.box.right <= one.box.right + 1);
        if (isNested || one.layer !== other.layer || overlap(one.box, other.box) <= 3) continue;
        const [a, b] = [one, other].map(
          ({ element }) => short(element.textContent) || element.outerHTML.slice(0, 60),
        );
        layout.add(`the controls "${a}" and "${b}" overlap`);
      }
    }
    for (const element of document.querySelectorAll("[aria-label], [alt], [title], [placeholder]")) {
      if (element.closest("[translate=no]")) continue;
      for (const name of ["aria-label", "alt", "title", "placeholder"]) {
        const said = short(element.getAttribute(name));
        if (said) texts.add(said);
      }
    }
    texts.add(document.title);
    return { layout: [...layout], texts: [...texts] };
  }, isOwn.source);
}
