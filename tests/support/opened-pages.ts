import type { BrowserContext } from "playwright-core";

/**
 * The addresses to which the portal redirected a browser that opened candidates. The browser does not follow them, so
 * that nothing leaves the machine: Playwright cannot intercept a redirected request.
 */
export async function watchOpenedPages(context: BrowserContext): Promise<string[]> {
  const opened: string[] = [];
  await context.route(/\/inbox\/[^/]+\/[^/]+\/open$/, async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 });
    opened.push(answer.headers().location ?? "");
    await route.fulfill({ body: "elsewhere" });
  });
  return opened;
}
