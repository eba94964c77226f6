import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { expect, inject, onTestFinished } from "vitest";
import { phone } from "@/tests/support/devices";
import type { HttpVisitor } from "@/tests/support/http-visitor";

export type ContextOptions = Parameters<Browser["newContext"]>[0];

export type Visitor = {
  context: BrowserContext;
  page: Page;
  /** Answers that would be a problem elsewhere and are what this test is about. */
  expectStatus: (...statuses: number[]) => void;
  /** A complaint in the console that is what this test is about. */
  expectConsole: (text: RegExp) => void;
  /** Another place that this test is sent to. It is answered here; nothing leaves the machine. */
  expectElsewhere: (origin: string) => Promise<void>;
  /** Requests that get no answer are what this test is about. */
  expectSilence: () => void;
};

let connection: Promise<Browser> | undefined;

/**
 * A browser window of the test's own, closed when the test ends. Anything a person would call broken fails the test:
 * an error or warning in the console (a refused script or style shows there), an exception, an answer of 400 or more,
 * a request that failed, a request to anywhere but the portal and the sandbox.
 */
export async function openBrowser(options: ContextOptions = {}): Promise<Visitor> {
  connection ??= chromium.connect(inject("portal").browserEndpoint);
  const browser = await connection;
  const context = await browser.newContext({ ...phone, baseURL: inject("portal").url, ...options });
  context.setDefaultTimeout(15_000);
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
  onTestFinished(async () => {
    await context.close();
    expect(problems).toEqual([]);
  });
  const page = await context.newPage();
  return {
    context,
    page,
    expectStatus: (...statuses) => expected.push(...statuses),
    expectConsole: (text) => said.push(text),
    expectElsewhere: async (origin) => {
      elsewhere.push(origin);
      await context.route(`${origin}/**`, (route) => route.fulfill({ body: "elsewhere" }));
    },
    expectSilence: () => {
      silence.isExpected = true;
    },
  };
}

/** The same for somebody who is signed in already. */
export async function openBrowserAs(http: HttpVisitor, options: ContextOptions = {}): Promise<Visitor> {
  const visitor = await openBrowser(options);
  await visitor.context.addCookies(http.browserCookies());
  return visitor;
}

/** What a person can see of it. */
export function seenText(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: textContent has what is hidden too.
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
  const noAnswer = /net::ERR_(?:INTERNET_DISCONNECTED|CONNECTION_ABORTED)/;
  const isExpected = (text: string) =>
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
    // A page that is left, or a download, aborts what it was still loading; and no script loads where none may run.
    const isMeant = reason === "net::ERR_ABORTED" || (!runsScripts && request.resourceType() === "script");
    if (!isMeant && !(silence.isExpected && noAnswer.test(reason)))
      problems.push(`${reason}: ${request.url()}`);
  });
}
