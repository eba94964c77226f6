import { BusyError } from "@/lib/platform/fair-queue";
import { ShareClock } from "@/lib/platform/share-clock";
import { TurnUse } from "@/lib/platform/turn-use";

/** Whose request it is: a network, and a person in it; null for somebody who is not known. */
export type Asker = { network: string; person: string | null };

export type TurnLimits = {
  /** How many have a turn at the same time: altogether, of one network, of one person. */
  slots: number;
  ofNetwork: number;
  ofPerson: number;
  /** How many may wait, altogether and of one network, and for how long. */
  mostWaiting: number;
  mostWaitingOfNetwork: number;
  mostWaitMs: number;
};

type Waiting = { start: () => void; refuse: (reason: unknown) => void };
/** The people of a network in the order of their turns, each with what they wait for. */
type Lines = Map<string, Waiting[]>;

/** Networks take turns, and so do the people of each. Whoever has as many turns as they may lets others go first. */
export class TurnQueue {
  #running = 0;
  readonly #clock = new ShareClock();
  readonly #runningOf = new Map<string, number>();
  readonly #networks = new Map<string, Lines>();
  readonly #use = new TurnUse();
  readonly #resting = new Set<string>();
  #onQuiet: (() => void)[] = [];

  constructor(readonly limits: TurnLimits) {}

  /**
   * Waits for a turn, which `give` ends. `isBack` says that the asker had one before and goes on: they are not
   * refused for want of room, and stand before the rest of their own.
   * @throws {BusyError} when too many wait, or when the turn does not come in time.
   */
  async take(asker: Asker, { signal, isBack = false }: { signal?: AbortSignal; isBack?: boolean } = {}) {
    signal?.throwIfAborted();
    if (this.#isFree(asker)) return this.#count(asker, 1);
    if (!isBack) this.#makeRoom(asker);
    await this.#wait(asker, { signal, isBack });
  }

  /** What one turn has had of the thread until now; the difference of two readings is what a turn used. */
  shareMs(): number {
    return this.#clock.read(this.#running);
  }

  /** Ends a turn, which used so much of the thread. */
  give(asker: Asker, usedMs: number): void {
    this.#count(asker, -1);
    this.#rest(toPerson(asker), usedMs);
    while (this.#startNext()) {}
    if (this.#running > 0) return;
    for (const goOn of this.#onQuiet.splice(0)) goOn();
  }

  /** Whether nobody has a turn, and for a while nobody else had one. */
  isQuiet(asker?: Asker): boolean {
    return this.#running === 0 && !this.#use.isAnybodyThere(performance.now(), asker && toPerson(asker));
  }

  /** Resolves when nobody has a turn, and in any case after `mostMs`. */
  async quiet(mostMs: number): Promise<void> {
    if (this.#running === 0) return;
    await new Promise<void>((resolve) => {
      const timeout = setTimeout(resolve, mostMs);
      this.#onQuiet.push(() => {
        clearTimeout(timeout);
        resolve();
      });
    });
  }

  #wait(
    asker: Asker,
    { signal, isBack }: { signal: AbortSignal | undefined; isBack: boolean },
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timeout);
        signal?.removeEventListener("abort", onAbort);
      };
      const refuse = (reason: unknown) => {
        done();
        this.#remove(asker, waiting);
        reject(reason);
      };
      const start = () => {
        done();
        this.#count(asker, 1);
        resolve();
      };
      const waiting = { start, refuse };
      const onAbort = () => refuse(signal?.reason);
      const tooLate = () => refuse(new BusyError("the turn did not come in time"));
      const timeout = setTimeout(tooLate, this.limits.mostWaitMs);
      signal?.addEventListener("abort", onAbort);
      const lines = this.#networks.get(asker.network) ?? new Map<string, Waiting[]>();
      const line = lines.get(toLineName(asker)) ?? [];
      lines.set(toLineName(asker), isBack ? [waiting, ...line] : [...line, waiting]);
      this.#networks.set(asker.network, lines);
    });
  }

  #startNext(): boolean {
    for (const [network, lines] of this.#networks) {
      for (const [name, line] of lines) {
        const person = name === "" ? null : name;
        const [next] = line;
        if (!next || !this.#isFree({ network, person })) continue;
        this.#remove({ network, person }, next);
        // The person's next turn comes after that of the network's other people, the network's after all others'.
        moveToEnd(lines, name);
        moveToEnd(this.#networks, network);
        next.start();
        return true;
      }
    }
    return false;
  }

  #rest(person: string, usedMs: number): void {
    const restMs = this.#use.note(person, usedMs, performance.now());
    if (restMs === 0) return;
    this.#resting.add(person);
    setTimeout(() => {
      this.#resting.delete(person);
      while (this.#startNext()) {}
    }, restMs);
  }

  #isFree(asker: Asker): boolean {
    if (this.#resting.has(toPerson(asker))) return false;
    const { slots, ofNetwork, ofPerson } = this.limits;
    const [network, person] = listKeys(asker).map((key) => this.#runningOf.get(key) ?? 0);
    return this.#running < slots && (network ?? 0) < ofNetwork && (person ?? 0) < ofPerson;
  }

  #count(asker: Asker, change: 1 | -1): void {
    this.shareMs();
    this.#running += change;
    for (const key of listKeys(asker)) {
      const now = (this.#runningOf.get(key) ?? 0) + change;
      if (now > 0) this.#runningOf.set(key, now);
      else this.#runningOf.delete(key);
    }
  }

  /** When the queue is full, whoever has most in it gives up their last place, unless that is who asks. */
  #makeRoom(asker: Asker): void {
    const own = this.#networks.get(asker.network) ?? new Map<string, Waiting[]>();
    const all = [...this.#networks.values()];
    const total = all.reduce((sum, lines) => sum + countIn(lines), 0);
    const isFull = total >= this.limits.mostWaiting;
    if (!isFull && countIn(own) < this.limits.mostWaitingOfNetwork) return;
    const most = isFull
      ? all.reduce((one, other) => (countIn(other) > countIn(one) ? other : one), own)
      : own;
    const longest = [...most.values()].reduce((one, other) => (other.length > one.length ? other : one));
    if (longest.length <= (own.get(toLineName(asker))?.length ?? 0) + 1)
      throw new BusyError("the queue is full");
    longest.at(-1)?.refuse(new BusyError("gave way to somebody who had less waiting"));
  }

  #remove(asker: Asker, waiting: Waiting): void {
    const lines = this.#networks.get(asker.network);
    const rest = lines?.get(toLineName(asker))?.filter((other) => other !== waiting) ?? [];
    if (rest.length > 0) lines?.set(toLineName(asker), rest);
    else lines?.delete(toLineName(asker));
    if (lines?.size === 0) this.#networks.delete(asker.network);
  }
}

function toLineName({ person }: Asker): string {
  return person ?? "";
}

/** Whoever is not known is one person of their network together with all others who are not. */
function toPerson({ network, person }: Asker): string {
  return person === null ? `somebody of ${network}` : `person ${person}`;
}

function listKeys({ network, person }: Asker): string[] {
  return [`network ${network}`, toPerson({ network, person })];
}

function countIn(lines: Lines): number {
  return [...lines.values()].reduce((sum, line) => sum + line.length, 0);
}

function moveToEnd<Value>(map: Map<string, Value>, key: string): void {
  const value = map.get(key);
  if (value === undefined) return;
  map.delete(key);
  map.set(key, value);
}
