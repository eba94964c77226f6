import { join } from "node:path";
import { AccountsStore, type SandboxAccount } from "@/lib/sandbox/accounts-store";
import { FaultBoard } from "@/lib/sandbox/fault-board";
import { type SandboxLimits, sandboxLimits } from "@/lib/sandbox/limits";
import { LinksStore } from "@/lib/sandbox/links-store";
import { Timers } from "@/lib/sandbox/timers";

/** Everything that one sandbox stores. */
export class Sandbox {
  readonly timers = new Timers();
  readonly #faults = new Map<string, FaultBoard>();

  private constructor(
    readonly accounts: AccountsStore,
    readonly links: LinksStore,
  ) {}

  /** @param dataDir it stores its files in `sandbox/` below this. */
  static async open(dataDir: string, limits: SandboxLimits = sandboxLimits): Promise<Sandbox> {
    const directory = join(dataDir, "sandbox");
    return new Sandbox(await AccountsStore.open(directory, limits), await LinksStore.open(directory, limits));
  }

  listFaults(account: SandboxAccount): FaultBoard {
    let board = this.#faults.get(account.id);
    if (!board) {
      board = new FaultBoard();
      this.#faults.set(account.id, board);
    }
    return board;
  }

  /** Late commits that have not happened yet are lost, as they are when a real upstream crashes. */
  close(): void {
    this.timers.clear();
    this.accounts.close();
    this.links.close();
  }
}
