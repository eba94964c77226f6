import type { BrowserContext, Page } from "playwright-core";
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

/** How the phone's share menu works: with files, without, closed by the person, or missing. */
export type ShareMenu = "files" | "no files" | "closed" | "none";

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
    define("canShare", ({ files }: ShareData) => kind !== "no files" || !files?.length);
    define("share", async ({ files = [], ...data }: ShareData) => {
      // The real one opens only directly after a press.
      if (!navigator.userActivation.isActive) throw new DOMException("no press", "NotAllowedError");
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
  return sentences.filter((sentence) => sentence.includes("shared it"));
}

/** The audit log's events about one link's shares. */
export async function sharesStored(linkPath: string): Promise<{ details: unknown; ip: string | null }[]> {
  const { rows } = await asSuperuser(
    "SELECT details, ip FROM audit_events WHERE target_id = $1 AND action = 'link.shared' ORDER BY id",
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
