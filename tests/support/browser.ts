import type { BrowserContext, Locator, Page } from "playwright-core";
import { expect, inject, onTestFinished } from "vitest";
import { type ContextOptions, openWindow } from "@/tests/support/browser-windows";
import type { HttpVisitor } from "@/tests/support/http-visitor";

export type Visitor = {
  context: BrowserContext;
  page: Page;
  /** Error statuses that this test expects. */
  expectStatus: (...statuses: number[]) => void;
  /** A message in the console that this test expects. */
  expectConsole: (text: RegExp) => void;
  /** Another origin that this test is redirected to. It is answered here, so that nothing leaves the machine. */
  expectElsewhere: (origin: string) => Promise<void>;
  /** Another server of this test, which answers by itself. */
  expectServer: (origin: string) => void;
  /** This test expects requests without an answer. */
  expectSilence: () => void;
};

/**
 * A browser window that is closed, or emptied, when the test ends. Anything that people would call broken fails the test: an error
 * or warning in the console (also a script or style that was refused), an exception, a status of 400 or more, a failed
 * request, and a request to anything but the portal and the sandbox.
 */
export async function openBrowser(options: ContextOptions = {}): Promise<Visitor> {
  const { context, page, giveBack } = await openWindow(options);
  const expected: number[] = [];
  const said: RegExp[] = [];
  const silence = { isExpected: false };
  const problems: string[] = [];
  const elsewhere = options.baseURL ? [new URL(options.baseURL).origin] : [];
  watch(context, {
    expected,
    said,
    elsewhere,
    silence,
    problems,
    runsScripts: options.javaScriptEnabled !== false,
  });
  onTestFinished(async ({ task }) => {
    await giveBack(task.result?.state === "pass" && problems.length === 0);
    expect(problems).toEqual([]);
  });
  return {
    context,
    page,
    expectStatus: (...statuses) => expected.push(...statuses),
    expectConsole: (text) => said.push(text),
    expectElsewhere: async (origin) => {
      elsewhere.push(origin);
      await context.route(`${origin}/**`, (route) => route.fulfill({ body: "elsewhere" }));
    },
    expectServer: (origin) => elsewhere.push(origin),
    expectSilence: () => {
      silence.isExpected = true;
    },
  };
}

/** The same for a person who is signed in already. */
export async function openBrowserAs(http: HttpVisitor, options: ContextOptions = {}): Promise<Visitor> {
  const visitor = await openBrowser(options);
  await visitor.context.addCookies(http.browserCookies());
  return visitor;
}

/** The visible text of an element. */
export function seenText(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: textContent includes hidden text.
  return locator.innerText();
}

function watch(
  context: BrowserContext,
  {
    expected,
    said,
    elsewhere,
    silence,
    problems,
    runsScripts,
  }: {
    expected: number[];
    said: RegExp[];
    elsewhere: string[];
    silence: { isExpected: boolean };
    problems: string[];
    runsScripts: boolean;
  },
): void {
  const { url, sandboxUrl } = inject("portal");
  const own = [url, sandboxUrl].map((address) => new URL(address).origin);
  const noAnswer = /net::ERR_(?:INTERNET_DISCONNECTED|CONNECTION_ABORTED|FAILED)/;
  const isExpected = (text: string) =>
    text.startsWith("Service Worker registration blocked by Playwright") ||
    (silence.isExpected && noAnswer.test(text)) ||
    said.some((pattern) => pattern.test(text)) ||
    expected.some((status) =>
      text.startsWith(`Failed to load resource: the server responded with a status of ${status} `),
    );
  context.on("console", (message) => {
    const text = message.text();
    if (["error", "warning"].includes(message.type()) && !isExpected(text))
      problems.push(`console: ${text} (${message.location().url})`);
  });
  context.on("weberror", (error) => problems.push(`exception: ${error.error().message}`));
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && ![...own, ...elsewhere].includes(origin))
      problems.push(`elsewhere: ${request.url()}`);
  });
  context.on("response", (response) => {
    const status = response.status();
    if (status >= 400 && !expected.includes(status)) problems.push(`${status}: ${response.url()}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // Leaving a page, or a download, aborts what is still loading; and without scripts, none are loaded.
    const isMeant = reason === "net::ERR_ABORTED" || (!runsScripts && request.resourceType() === "script");
    if (!isMeant && !(silence.isExpected && noAnswer.test(reason)))
      problems.push(`${reason}: ${request.url()}`);
  });
}
