import type { BrowserContext, Page } from "playwright-core";
import { en } from "@/lib/i18n/messages/en/catalogue";
import type { Owner } from "@/tests/support/people";
import { asSuperuser } from "@/tests/support/roles";

/** What the link's page did with the browser's interfaces for sharing. */
export type Outbox = {
  shares: {
    title?: string;
    text?: string;
    url?: string;
    files: { name: string; type: string; size: number }[];
  }[];
  wakeLocks: ("asked" | "released")[];
};

declare global {
  interface Window {
    outbox: Outbox;
  }
}

/**
 * How the phone's share menu behaves: with files, with files or an address but not both, without files, closed by the
 * person, broken, or not there.
 */
export type ShareMenu = "files" | "files or url" | "no files" | "closed" | "broken" | "none";

/** Replaces the share menu and the wake lock of every page by ones that record their calls. */
export async function watchSharing(context: BrowserContext, menu: ShareMenu): Promise<void> {
  await context.addInitScript((kind) => {
    const outbox: Outbox = { shares: [], wakeLocks: [] };
    window.outbox = outbox;
    const define = (name: string, value: unknown) =>
      Object.defineProperty(navigator, name, { value, configurable: true });
    define("wakeLock", {
      request: async () => {
        outbox.wakeLocks.push("asked");
        return { release: async () => void outbox.wakeLocks.push("released") };
      },
    });
    if (kind === "none") {
      // As in a browser without a share menu.
      for (const name of ["share", "canShare"]) Reflect.deleteProperty(Navigator.prototype, name);
      return;
    }
    define("canShare", ({ files, url }: ShareData) => {
      if (!files?.length) return true;
      return kind !== "no files" && (kind !== "files or url" || url === undefined);
    });
    define("share", async ({ files = [], ...data }: ShareData) => {
      // The real one opens only directly after a press.
      if (!navigator.userActivation.isActive) throw new DOMException("no press", "NotAllowedError");
      if (kind === "broken") throw new DOMException("no program for it", "DataError");
      if (kind === "closed") throw new DOMException("closed", "AbortError");
      outbox.shares.push({ ...data, files: files.map(({ name, type, size }) => ({ name, type, size })) });
    });
  }, menu);
}

/** The shares in the page's timeline, oldest first. */
export async function trackedShares(page: Page): Promise<string[]> {
  const timeline = page.locator("details", { has: page.locator("ol") });
  await timeline.evaluate((details) => details.setAttribute("open", ""));
  const sentences = await timeline.locator("li > span").allTextContents();
  const ways = Object.values(en.shareChannel);
  return sentences.filter((sentence) => ways.some((way) => sentence.includes(way)));
}

/** The audit log's events about one link's shares, without which of its two addresses was shared. */
export async function sharesStored(linkPath: string): Promise<{ details: unknown; ip: string | null }[]> {
  const { rows } = await asSuperuser(
    "SELECT details - 'address' - 'requestId' AS details, ip FROM audit_events WHERE target_id = $1 AND action = 'link.shared' ORDER BY id",
    [linkPath.split("/").at(-1)],
  );
  return rows;
}

export async function speakTo({ slug }: Owner, languages: string[]): Promise<void> {
  await asSuperuser("UPDATE merchants SET customer_languages = $2::customer_language[] WHERE slug = $1", [
    slug,
    languages,
  ]);
}
