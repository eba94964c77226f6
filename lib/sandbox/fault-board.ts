import type { ListOrder } from "@/lib/sandbox/account-links";
import type { Endpoint, FaultSetting, PassingFault } from "@/lib/sandbox/faults";
import { waitingFaults } from "@/lib/sandbox/limits";

type Queued = PassingFault & { count: number; endpoint?: Endpoint | undefined };
export type ListSettings = { clampTo: number; order: ListOrder };

const honest: ListSettings = { clampTo: Number.MAX_SAFE_INTEGER, order: "newest_first" };

/** The faults that an account has asked the sandbox for. They are held in memory, so that a restart clears them. */
export class FaultBoard {
  #queue: Queued[] = [];
  #list: ListSettings = honest;

  get list(): ListSettings {
    return this.#list;
  }

  /** False when too many are waiting already. */
  set(setting: FaultSetting): boolean {
    if (this.#queue.length >= waitingFaults) return false;
    if (setting.fault === "clamp_limit") this.#list = { ...this.#list, clampTo: setting.limit };
    else if (setting.fault === "list_order") this.#list = { ...this.#list, order: setting.order };
    else this.#queue.push(setting);
    return true;
  }

  /** Takes the first fault meant for this endpoint, and counts it as used once. */
  take(endpoint: Endpoint): PassingFault | undefined {
    const found = this.#queue.find((queued) => (queued.endpoint ?? endpoint) === endpoint);
    if (!found) return undefined;
    found.count -= 1;
    if (found.count === 0) this.#queue = this.#queue.filter((queued) => queued !== found);
    return found;
  }

  clear(): void {
    this.#queue = [];
    this.#list = honest;
  }

  toJSON() {
    const { clampTo, order } = this.#list;
    const lasting = [
      ...(clampTo === honest.clampTo ? [] : [{ fault: "clamp_limit", limit: clampTo }]),
      ...(order === honest.order ? [] : [{ fault: "list_order", order }]),
    ];
    return { faults: [...this.#queue, ...lasting] };
  }
}
