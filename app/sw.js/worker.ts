// The service worker. Its only function is sent to browsers as its own text, so it may use nothing from outside itself.

type Waiting = { waitUntil: (work: Promise<unknown>) => void };
type Asked = Waiting & { request: Request; respondWith: (answer: Promise<Response>) => void };

/** What it uses of the browser's `ServiceWorkerGlobalScope`, for which the project loads no types. */
export type WorkerScope = {
  location: { origin: string };
  caches: Pick<CacheStorage, "open" | "keys" | "delete">;
  clients: { claim: () => Promise<void> };
  skipWaiting: () => Promise<void>;
  fetch: typeof fetch;
  addEventListener: {
    (type: "install" | "activate", listen: (event: Waiting) => void): void;
    (type: "message", listen: (event: Waiting & { data: unknown }) => void): void;
    (type: "fetch", listen: (event: Asked) => void): void;
  };
};

/**
 * Answers a navigation that finds no network with one page that is the same for everybody. Nothing that a person sees is
 * ever cached: that page reads it from the browser's own database. Everything else goes past this worker.
 * @param build names the version of the portal, whose page and files belong together.
 */
export function runWorker(scope: WorkerScope, build: string): void {
  const shell = "/offline";
  const cacheName = `cobro-shell-${build}`;
  /** Customers' addresses, files, and what is no page. */
  const passedBy = /^\/(?:p|api|icons|_next)\/|\.(?:csv|js|pdf|png|svg|webmanifest)$|\/qr$/;

  async function store(locale: string | null): Promise<void> {
    const headers = locale === null ? undefined : { "accept-language": locale };
    // Without cookies, so that the page is nobody's.
    const request = new Request(shell, {
      credentials: "omit",
      cache: "no-store",
      ...(headers && { headers }),
    });
    const page = await scope.fetch(request);
    if (!page.ok || page.redirected) throw new Error(`the page answered ${page.status}`);
    const cache = await scope.caches.open(cacheName);
    await storeFiles(cache, await page.clone().text(), shell);
    await cache.put(shell, page);
    await cache.put("/offline-language", new Response(locale ?? ""));
  }

  /** The scripts, styles and typefaces that a text names. Their names change with their contents. */
  async function storeFiles(cache: Cache, text: string, base: string): Promise<void> {
    const named = text.match(/(?:\/_next\/static\/|\.\.\/media\/)[\w\-./~]+\.(?:js|css|woff2)/g) ?? [];
    const from = new URL(base, scope.location.origin);
    const files = [...new Set(named.map((name) => new URL(name, from).pathname))];
    await Promise.all(
      files.map(async (file) => {
        if (await cache.match(file)) return;
        const response = await scope.fetch(file);
        if (!response.ok) throw new Error(`${file} answered ${response.status}`);
        if (file.endsWith(".css")) await storeFiles(cache, await response.clone().text(), file);
        await cache.put(file, response);
      }),
    );
  }

  async function changeLanguage(locale: string): Promise<void> {
    const cache = await scope.caches.open(cacheName);
    const stored = await cache.match("/offline-language");
    if ((await stored?.text()) !== locale) await store(locale);
  }

  async function removeOthers(): Promise<void> {
    const others = (await scope.caches.keys()).filter(
      (name) => name.startsWith("cobro-") && name !== cacheName,
    );
    await Promise.all(others.map((name) => scope.caches.delete(name)));
  }

  async function navigate(request: Request): Promise<Response> {
    try {
      return await scope.fetch(request);
    } catch (error) {
      const page = await (await scope.caches.open(cacheName)).match(shell);
      if (page) return page;
      throw error;
    }
  }

  async function findFile(request: Request): Promise<Response> {
    const stored = await (await scope.caches.open(cacheName)).match(request.url);
    return stored ?? scope.fetch(request);
  }

  scope.addEventListener("install", (event) => event.waitUntil(store(null)));
  scope.addEventListener("activate", (event) =>
    event.waitUntil(removeOthers().then(() => scope.clients.claim())),
  );
  scope.addEventListener("message", (event) => {
    const { data } = event;
    if (typeof data !== "object" || data === null || !("kind" in data)) return;
    // Only when the person asks for the new version.
    if (data.kind === "update") event.waitUntil(scope.skipWaiting());
    if (data.kind === "language" && "locale" in data && typeof data.locale === "string")
      event.waitUntil(changeLanguage(data.locale));
  });
  scope.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== scope.location.origin) return;
    if (request.mode === "navigate") {
      if (!passedBy.test(pathname)) event.respondWith(navigate(request));
    } else if (pathname.startsWith("/_next/static/")) event.respondWith(findFile(request));
  });
}
