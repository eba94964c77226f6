import { join } from "node:path";
import * as z from "zod";
import { documentedAccount } from "@/lib/sandbox/documented";
import { Journal } from "@/lib/sandbox/journal";
import type { SandboxLimits } from "@/lib/sandbox/limits";
import { randomText } from "@/lib/sandbox/link";

const account = z.object({ id: z.string(), key: z.string(), createdAt: z.string() });
export type SandboxAccount = z.output<typeof account>;

export const keyModes = ["test", "live"] as const;
export type KeyMode = (typeof keyModes)[number];

/**
 * Who may call: each account has one key, and a key sees only its own links. No money moves, so that keys are stored in
 * plain text.
 */
export class AccountsStore {
  readonly #byKey = new Map<string, SandboxAccount>([[documentedAccount.key, documentedAccount]]);
  #journal: Journal<SandboxAccount> | undefined;

  private constructor(readonly limits: SandboxLimits) {}

  static async open(directory: string, limits: SandboxLimits): Promise<AccountsStore> {
    const store = new AccountsStore(limits);
    store.#journal = await Journal.open({
      path: join(directory, "accounts.jsonl"),
      schema: account,
      maxBytes: limits.bytes,
      apply: (read) => store.#byKey.set(read.key, read),
    });
    return store;
  }

  hasRoom(): boolean {
    return this.#byKey.size < this.limits.accounts && !this.#journal?.isFull;
  }

  add(mode: KeyMode): SandboxAccount {
    const made = {
      id: `acct_${randomText(12)}`,
      key: `sk_${mode}_sandbox_${randomText(24)}`,
      createdAt: new Date().toISOString(),
    };
    this.#journal?.append(made);
    this.#byKey.set(made.key, made);
    return made;
  }

  byKey(key: string): SandboxAccount | undefined {
    return this.#byKey.get(key);
  }

  close(): void {
    this.#journal?.close();
  }
}
