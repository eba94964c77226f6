import { join } from "node:path";
import * as z from "zod";
import { AccountLinks } from "@/lib/sandbox/account-links";
import { documentedLinks } from "@/lib/sandbox/documented";
import { Journal } from "@/lib/sandbox/journal";
import type { SandboxLimits } from "@/lib/sandbox/limits";
import { type IdStyle, makeId, type NewLink, type SandboxLink, sandboxLink } from "@/lib/sandbox/link";

const line = z.union([
  z.object({ made: sandboxLink }),
  z.object({ deactivated: z.string() }),
  z.object({ madeMany: z.array(sandboxLink) }),
]);
type Line = z.output<typeof line>;

/** The links of all accounts: a journal on disk, and an index in memory. */
export class LinksStore {
  readonly #byId = new Map<string, SandboxLink>();
  readonly #byAccount = new Map<string, AccountLinks>();
  #journal: Journal<Line> | undefined;

  private constructor(readonly limits: SandboxLimits) {}

  static async open(directory: string, limits: SandboxLimits): Promise<LinksStore> {
    const store = new LinksStore(limits);
    for (const link of documentedLinks) store.#index({ ...link });
    store.#journal = await Journal.open({
      path: join(directory, "links.jsonl"),
      schema: line,
      maxBytes: limits.bytes,
      apply: (read) => store.#apply(read),
    });
    return store;
  }

  hasRoom(accountId: string, count = 1): boolean {
    const { links, linksPerAccount } = this.limits;
    const isWithin = this.#byId.size + count <= links && this.of(accountId).total + count <= linksPerAccount;
    return isWithin && !this.#journal?.isFull;
  }

  /** Returns after the link is on disk. */
  add(accountId: string, link: NewLink, idStyle: IdStyle = "plink"): SandboxLink {
    const made = this.#make(accountId, link, idStyle);
    this.#commit({ made });
    return made;
  }

  addMany(accountId: string, links: NewLink[]): void {
    this.#commit({ madeMany: links.map((link) => this.#make(accountId, link, "plink")) });
  }

  /** False when the account has no such link. */
  deactivate(accountId: string, id: string): boolean {
    const link = this.find(id);
    if (link?.accountId !== accountId) return false;
    if (link.active) this.#commit({ deactivated: id });
    return true;
  }

  find(id: string): SandboxLink | undefined {
    return this.#byId.get(id);
  }

  of(accountId: string): AccountLinks {
    let links = this.#byAccount.get(accountId);
    if (!links) {
      links = new AccountLinks();
      this.#byAccount.set(accountId, links);
    }
    return links;
  }

  close(): void {
    this.#journal?.close();
  }

  #make(
    accountId: string,
    { amount, currency, description, merchant }: NewLink,
    idStyle: IdStyle,
  ): SandboxLink {
    let id = makeId[idStyle]();
    while (this.#byId.has(id)) id = makeId[idStyle]();
    const createdAt = new Date().toISOString();
    const named = merchant === undefined ? {} : { merchant };
    return { id, accountId, amount, currency, description, ...named, active: true, createdAt };
  }

  #commit(entry: Line): void {
    this.#journal?.append(entry);
    this.#apply(entry);
  }

  #apply(entry: Line): void {
    if ("made" in entry) this.#index(entry.made);
    else if ("madeMany" in entry) for (const link of entry.madeMany) this.#index(link);
    else {
      const link = this.find(entry.deactivated);
      if (link) link.active = false;
    }
  }

  #index(link: SandboxLink): void {
    this.#byId.set(link.id, link);
    this.of(link.accountId).add(link);
  }
}
