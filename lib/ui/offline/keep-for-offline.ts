import { registerWorker } from "@/lib/ui/offline/register-worker";
import { listSeen, refreshSeen } from "@/lib/ui/offline/seen";

const refreshEveryMs = 60_000;
let refreshedAt = Number.NEGATIVE_INFINITY;

type Page = { slug: string; owner: string; path: string };

/**
 * What a page does, once it is at work, for the time without a network. Whether a new version waits to be asked for.
 */
export async function keepForOffline(page: Page): Promise<boolean> {
  if (!navigator.onLine) return false;
  const isRecent = performance.now() - refreshedAt < refreshEveryMs;
  if (isRecent && (await isKept(page))) return false;
  const registration = await registerWorker();
  if (!registration) return false;
  refreshedAt = performance.now();
  await refreshSeen(page.slug, page.owner);
  return registration.waiting !== null && navigator.serviceWorker.controller !== null;
}

/** Whether the merchant is stored, and the link that is open. */
async function isKept({ slug, owner, path }: Page): Promise<boolean> {
  const seen = (await listSeen()).find((one) => one.merchant.slug === slug && one.owner === owner);
  const [, open] = /\/links\/([0-9a-f-]{36})/.exec(path) ?? [];
  return seen !== undefined && (open === undefined || seen.links.some(({ id }) => id === open));
}
