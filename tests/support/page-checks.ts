import type { Locator, Page } from "playwright-core";

/** Elements that are wider than the screen, and text that is cut off without an ellipsis or a way to scroll. */
export function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const cut = [...document.querySelectorAll("body *:not(input, select)")].filter((element) => {
      const { overflowX, textOverflow } = getComputedStyle(element);
      const isCut = element.scrollWidth > element.clientWidth + 1 && ["hidden", "clip"].includes(overflowX);
      // Texts for screen readers only are one pixel wide.
      return isCut && element.clientWidth > 1 && textOverflow !== "ellipsis";
    });
    return [
      ...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : []),
      ...cut.map((element) => `<${element.localName}> cuts off ${element.textContent?.slice(0, 30)}`),
    ];
  });
}

/** Whether an element is on the screen whole, as it is scrolled now. */
export function isInView(element: Locator): Promise<boolean> {
  return element.evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
}

/**
 * Sets the text spacing that WCAG 1.4.12 allows people to choose. It is set through the style sheet interface, which
 * the page's policy allows.
 */
export function spaceText(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } " +
        "p { margin-bottom: 2em !important }",
    );
    document.adoptedStyleSheets = [sheet];
  });
}

/**
 * Goes through the page with Tab, and answers which focused elements are completely covered by another one (WCAG
 * 2.4.11).
 */
export async function obscuredStops(page: Page): Promise<string[]> {
  const obscured: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let stop = 0; stop < 80; stop++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body || element.hasAttribute("data-tabbed")) return null;
      element.setAttribute("data-tabbed", "");
      const { left, top, width, height } = element.getBoundingClientRect();
      const isSeen = [0.05, 0.5, 0.95].some((x) =>
        [0.1, 0.5, 0.9].some((y) => {
          const on = document.elementFromPoint(left + width * x, top + height * y);
          return (
            on && (element.contains(on) || on.contains(element) || on.closest("label")?.contains(element))
          );
        }),
      );
      return isSeen ? "" : element.textContent?.trim().slice(0, 40) || element.outerHTML.slice(0, 80);
    });
    if (found === null) break;
    if (found !== "") obscured.push(`${found} is hidden while it has the focus`);
  }
  return obscured;
}
