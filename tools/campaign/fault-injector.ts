import { setTimeout as sleep } from "node:timers/promises";
import type { TestAccount, TestFault } from "@/tests/support/sandbox";
import type { Mishap, TcpProxy } from "@/tests/support/tcp-proxy";

type Random = () => number;

/** The faults of upstream itself, all equally likely. None of them refuses a link and creates it nevertheless. */
const faults: Record<"create" | "list", ((random: Random) => TestFault)[]> = {
  create: [
    () => ({ fault: "reset_before" }),
    () => ({ fault: "reset_after" }),
    (random) => ({ fault: "commit_late", delayMs: Math.round(random() * 8_000) }),
    (random) => ({ fault: "commit_late_held", delayMs: Math.round(random() * 3_000) }),
    (random) => ({ fault: "html_502", commit: random() < 0.5 }),
    (random) => ({ fault: "stall", commit: random() < 0.5 }),
    (random) => ({ fault: "redirect", commit: random() < 0.5 }),
    (random) => ({ fault: "rate_limit", commit: random() < 0.5, retryAfterSeconds: 1 }),
    (random) => ({ fault: "slow", delayMs: Math.round(random() * 1_500) }),
    (random) => ({ fault: "drip", delayMs: Math.round(1 + random() * 10) }),
    () => ({ fault: "malformed_json" }),
    () => ({ fault: "empty_body" }),
    () => ({ fault: "shape_envelope" }),
    () => ({ fault: "shape_decimal_amounts" }),
    () => ({ fault: "shape_uuid_ids" }),
    () => ({ fault: "shape_numeric_ids" }),
    () => ({ fault: "shape_script_url" }),
    () => ({ fault: "refuse_401" }),
    () => ({ fault: "refuse_403_html" }),
    () => ({ fault: "refuse_422" }),
    () => ({ fault: "refuse_400_envelope" }),
  ],
  list: [
    () => ({ fault: "reset_before" }),
    () => ({ fault: "html_502" }),
    () => ({ fault: "stall" }),
    () => ({ fault: "redirect" }),
    () => ({ fault: "rate_limit", retryAfterSeconds: 1 }),
    (random) => ({ fault: "slow", delayMs: Math.round(random() * 1_500) }),
    () => ({ fault: "malformed_json" }),
    () => ({ fault: "empty_body" }),
    () => ({ fault: "shape_envelope" }),
    () => ({ fault: "shape_bare_list" }),
    () => ({ fault: "shape_script_url" }),
    () => ({ fault: "refuse_401" }),
    () => ({ fault: "refuse_403_html" }),
  ],
};

/** The longest request and answer of a POST, in bytes. Pages of the list are longer. */
const longest = { up: 420, down: 600 };

/** Injects faults between Cobro and upstream, chosen by a seed, and counts those that really happened. */
export class FaultInjector {
  isQuiet = false;
  readonly #counts = new Map<string, number>();
  readonly #accounts = new Set<TestAccount>();

  /** @param shares the share of connections with a fault, and of requests that upstream answers wrongly. */
  constructor(
    readonly random: Random,
    readonly shares: { network: number; upstream: number },
  ) {}

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Most frequent first. */
  get counts(): [what: string, count: number][] {
    return [...this.#counts].sort((a, b) => b[1] - a[1]);
  }

  /** The faults of a new connection. */
  mishaps(): Mishap[] {
    const { random } = this;
    if (this.isQuiet || random() >= this.shares.network) return [];
    const direction = random() < 0.5 ? "up" : "down";
    const atByte = random() < 0.15 ? 0 : Math.floor(random() * longest[direction]);
    const kind = random();
    if (kind < 0.5) return [{ direction, atByte, kind: "cut", how: random() < 0.5 ? "reset" : "end" }];
    if (kind < 0.65) return [{ direction, atByte, kind: "stall" }];
    return [{ direction, atByte, kind: "delay", delayMs: Math.round(20 + random() * 900) }];
  }

  struck(mishap: Mishap): void {
    this.#count(`network: ${mishap.kind === "cut" ? mishap.how : mishap.kind} ${mishap.direction}`);
  }

  /**
   * Sometimes makes upstream answer the account's next request of this kind wrongly. It is counted here; `finish`
   * corrects the count.
   */
  async spoil(account: TestAccount, endpoint: "create" | "list"): Promise<void> {
    if (this.isQuiet || this.random() >= this.shares.upstream) return;
    const choices = faults[endpoint];
    const fault = choices[Math.floor(this.random() * choices.length)]?.(this.random);
    if (!fault) return;
    this.#accounts.add(account);
    this.#count(`upstream: ${endpoint} ${fault.fault}`);
    await account.setFault({ ...fault, endpoint });
  }

  /** How many really happened: some are still waiting for their request. */
  async met(): Promise<number> {
    const waiting = await Promise.all([...this.#accounts].map((account) => account.waitingFaults()));
    return waiting.flat().reduce((met, { count }) => met - count, this.total);
  }

  /** For a moment, nothing listens at upstream's address. */
  async refuse(upstream: TcpProxy): Promise<void> {
    if (this.isQuiet) return;
    upstream.refuse();
    this.#count("network: connections refused for a moment");
    await sleep(50 + this.random() * 400);
    await upstream.accept();
  }

  /** Ends all faults. Those that are still waiting are removed, and taken out of the count. */
  async clear(): Promise<void> {
    this.isQuiet = true;
    for (const account of this.#accounts) {
      for (const { fault, endpoint, count } of await account.waitingFaults()) {
        this.#count(`upstream: ${endpoint} ${fault}`, -count);
      }
      await account.clearFaults();
    }
  }

  #count(what: string, by = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + by);
  }
}
