import type { SandboxLink } from "@/lib/sandbox/link";

export const listOrders = ["newest_first", "oldest_first", "shuffled"] as const;
export type ListOrder = (typeof listOrders)[number];

/** One account's links. Cutting a page out of them takes the same time however many there are. */
export class AccountLinks {
  readonly #oldestFirst: SandboxLink[] = [];
  #byId: SandboxLink[] | undefined;
  #merchant: string | undefined;

  get total(): number {
    return this.#oldestFirst.length;
  }

  /** The name of the account's merchant, from the newest link that has one, because a merchant can change its name. */
  get merchant(): string | undefined {
    return this.#merchant;
  }

  all(): readonly SandboxLink[] {
    return this.#oldestFirst;
  }

  add(link: SandboxLink): void {
    this.#oldestFirst.push(link);
    this.#merchant = link.merchant ?? this.#merchant;
    this.#byId?.splice(findPosition(link.id, this.#byId), 0, link);
  }

  page(order: ListOrder, offset: number, limit: number): SandboxLink[] {
    if (order === "oldest_first") return this.#oldestFirst.slice(offset, offset + limit);
    if (order === "shuffled") return this.#shuffled().slice(offset, offset + limit);
    const end = Math.max(this.total - offset, 0);
    return this.#oldestFirst.slice(Math.max(end - limit, 0), end).reverse();
  }

  /** In the order of their ids, which are random: it says nothing about age, and new links appear anywhere in it. */
  #shuffled(): SandboxLink[] {
    this.#byId ??= this.#oldestFirst.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return this.#byId;
  }
}

function findPosition(id: string, sorted: SandboxLink[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other !== undefined && other.id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
