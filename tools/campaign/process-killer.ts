import { setTimeout as sleep } from "node:timers/promises";
import { Tally } from "@/tools/campaign/create-request";
import { creationPoints, type KillPoint, whenToKill, workerPoints } from "@/tools/campaign/kill-points";
import type { Slot, SlotKind } from "@/tools/campaign/slot";

/** The shortest and longest life of a slot's process, and how long to wait for its kill point; in milliseconds. */
export type Lives = Record<SlotKind, { shortest: number; longest: number; patience: number }>;

/** Kills processes at every step in turn, and starts them again. */
export class ProcessKiller {
  /** The number of kills by kind of process, and by kill point. */
  readonly kills = new Tally();
  readonly points = new Tally();
  readonly #armed = new Map<Slot, (step: string) => void>();
  readonly #next = new Map<SlotKind, number>();

  constructor(
    private readonly random: () => number,
    private readonly lives: Lives,
    /** Whether this slot's process may be killed now: others of its kind are running, and it has kills left. */
    private readonly mayKill: (slot: Slot) => boolean,
  ) {}

  get total(): number {
    return this.points.all.reduce((sum, [, count]) => sum + count, 0);
  }

  /** Reports an action of a person. The process that waits for that moment is killed. */
  hear(what: string): void {
    for (const reach of this.#armed.values()) reach(what);
  }

  /** Keeps a slot's process running and kills it, until told to stop; at the end a process is running. */
  async reap(slot: Slot, isOver: () => boolean): Promise<void> {
    const { shortest, longest } = this.lives[slot.kind];
    while (!isOver()) {
      if (!slot.isRunning) await slot.start();
      await sleep(shortest + this.random() * (longest - shortest));
      while (!isOver() && !(slot.isAtWork && this.mayKill(slot))) await sleep(50);
      if (!isOver()) await this.#killAtNextPoint(slot);
    }
  }

  async #killAtNextPoint(slot: Slot): Promise<void> {
    const points = slot.kind === "worker" ? workerPoints : creationPoints;
    const index = this.#next.get(slot.kind) ?? 0;
    this.#next.set(slot.kind, index + 1);
    const wanted: KillPoint = points[index % points.length] ?? "any moment";
    const { step, holdsBack, waits } = whenToKill(wanted);
    const ended = slot.ended();
    let reached: KillPoint = "any moment";

    const strike = (point: KillPoint) => {
      slot.onStep = null;
      this.#armed.delete(slot);
      reached = point;
      slot.killNow("SIGKILL");
    };
    const reach = (seen: string) => {
      if (seen !== step) return false;
      if (waits) setTimeout(() => slot.onStep && strike(wanted), this.random() * 3);
      else strike(wanted);
      return true;
    };
    slot.onStep = ({ step: seen, holdBack }) => {
      if (reach(seen) && holdsBack) holdBack();
    };
    this.#armed.set(slot, reach);
    const patience = wanted === "any moment" ? this.random() * 500 : this.lives[slot.kind].patience;
    const overdue = setTimeout(() => strike("any moment"), patience);
    await ended;
    clearTimeout(overdue);
    this.kills.add(slot.kind);
    this.points.add(reached);
  }
}
