import { fail, ok, type Result } from "@/lib/core/result";
import type { ListedItem, ListPage } from "@/lib/domain/payment-links/sync/schema";

export const orders = ["newest_first", "oldest_first", "by_id", "reshuffled"] as const;
export const totals = ["true", "none", "page", "both_modes", "cut_off", "zero_after_end"] as const;
export const offsets = ["honoured", "ignored", "wraps"] as const;

export type UpstreamBehaviour = {
  order: (typeof orders)[number];
  totals: (typeof totals)[number];
  offsets: (typeof offsets)[number];
  /** The most links on a page; 0 chooses a new number each time. */
  clamp: number;
  /** Higher limits are refused. */
  refusesLimitAbove: number;
  /**
   * How often a page shows a link twice, a request fails, a page is empty though it should not be, and links have no
   * usable address.
   */
  duplicates: number;
  failures: number;
  empties: number;
  addressless: number;
};

export const honest: UpstreamBehaviour = {
  order: "newest_first",
  totals: "true",
  offsets: "honoured",
  clamp: 100,
  refusesLimitAbove: Number.POSITIVE_INFINITY,
  duplicates: 0,
  failures: 0,
  empties: 0,
  addressless: 0,
};

/** By how much "test and live together" is too high, and where a total that stops at some number does so. */
const otherMode = 3;
export const cutOff = 20;

/** A list that grows, and the many ways to show it. Links are removed only if a test does so. */
export class SimulatedUpstream {
  /** Oldest first. */
  readonly ids: string[] = [];
  /** Links whose id cannot be read. */
  readonly odd = new Set<string>();
  requests = 0;
  /** How many links there were when the last request was answered. */
  answeredWith = 0;
  /** Called before each answer is made, for what others do at this moment. */
  meanwhile: () => void = () => {};
  #made = 0;
  #byId: string[] | undefined;

  constructor(
    readonly behaviour: UpstreamBehaviour,
    readonly random: () => number,
  ) {}

  add(count = 1): string[] {
    const made = Array.from({ length: count }, () => {
      this.#made += 1;
      return `plink_${Math.floor(this.random() * 2 ** 32).toString(36)}_${this.#made}`;
    });
    this.ids.push(...made);
    this.#byId = undefined;
    return made;
  }

  remove(id: string): void {
    this.ids.splice(this.ids.indexOf(id), 1);
    this.#byId = undefined;
  }

  list = async (limit: number, offset: number): Promise<Result<ListPage, { code: string }>> => {
    this.requests += 1;
    this.meanwhile();
    const { behaviour, random } = this;
    if (random() < behaviour.failures) return fail({ code: "server_error" });
    if (limit > behaviour.refusesLimitAbove) return fail({ code: "invalid_request" });
    this.answeredWith = this.ids.length;
    const shown = this.#page(Math.min(limit, behaviour.clamp || 1 + Math.floor(random() * 12)), offset);
    const items = random() < behaviour.empties ? [] : shown;
    const [twice] = items;
    if (twice !== undefined && random() < behaviour.duplicates) items.push(twice);
    const isBare = random() < behaviour.addressless;
    return ok({
      ...toPage(
        items.map((id) => toItem(id, isBare)),
        this.odd,
      ),
      totalItems: this.#total(items.length, offset),
    });
  };

  #page(limit: number, asked: number): string[] {
    const count = this.ids.length;
    const offset = this.behaviour.offsets === "ignored" ? 0 : asked;
    const isPastEnd = offset >= count;
    const from = isPastEnd && this.behaviour.offsets === "wraps" ? Math.max(0, count - limit) : offset;
    if (this.behaviour.order === "newest_first") {
      return this.ids.slice(Math.max(0, count - from - limit), Math.max(0, count - from)).reverse();
    }
    if (this.behaviour.order === "oldest_first") return this.ids.slice(from, from + limit);
    if (this.behaviour.order === "by_id") {
      this.#byId ??= this.ids.toSorted();
      return this.#byId.slice(from, from + limit);
    }
    return this.#drawn(Math.min(limit, Math.max(0, count - from)));
  }

  /** A random selection for every request. */
  #drawn(count: number): string[] {
    const hat = [...this.ids];
    return Array.from({ length: count }, (_, taken) => {
      const at = taken + Math.floor(this.random() * (hat.length - taken));
      const drawn = hat[at] ?? "";
      hat[at] = hat[taken] ?? "";
      return drawn;
    });
  }

  #total(onPage: number, offset: number): number | null {
    const count = this.ids.length;
    switch (this.behaviour.totals) {
      case "true":
        return count;
      case "none":
        return null;
      case "page":
        return onPage;
      case "both_modes":
        return count + otherMode;
      case "cut_off":
        return Math.min(count, cutOff);
      case "zero_after_end":
        return offset >= count ? 0 : count;
    }
  }
}

function toPage(items: ListedItem[], odd: ReadonlySet<string>): Pick<ListPage, "items" | "oddItems"> {
  const shown = items.filter(({ upstreamId }) => !odd.has(upstreamId));
  return { items: shown, oddItems: items.length - shown.length };
}

function toItem(upstreamId: string, isBare: boolean): ListedItem {
  return { upstreamId, url: isBare ? null : `https://pay.example/link/${upstreamId}`, active: true };
}
