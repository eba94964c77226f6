import { paths } from "@/lib/core/paths";
import { forgetSeen } from "@/lib/ui/offline/seen";

/**
 * Registers the service worker, with which the portal opens without a network, and asks for a newer one. Null where there
 * is none: in development, where the page's origin is not secure, and where the browser has none.
 */
export async function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return null;
  const registration = await navigator.serviceWorker
    .register(paths.worker, { scope: "/", updateViaCache: "none" })
    .catch(() => null);
  if (!registration || (await isTakenBack(registration))) return null;
  const ready = await navigator.serviceWorker.ready;
  await installed(ready.installing);
  // The page without a network is in the language of the pages with one.
  ready.active?.postMessage({ kind: "language", locale: document.documentElement.lang });
  return ready;
}

/** Waits until a newer worker has stored all that it needs, or has failed to. */
async function installed(worker: ServiceWorker | null): Promise<void> {
  while (worker?.state === "installing")
    await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
}

/** A portal that answers "gone" takes its worker back. Any other failure changes nothing. */
async function isTakenBack(registration: ServiceWorkerRegistration): Promise<boolean> {
  const isThere = await registration.update().then(
    () => true,
    () => false,
  );
  if (isThere) return false;
  const response = await fetch(paths.worker, { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (response?.status !== 404 && response?.status !== 410) return false;
  await registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith("cobro-")) await caches.delete(name);
  // Nobody could open it without a network.
  await forgetSeen();
  return true;
}
