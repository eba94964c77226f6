import type { Moment } from "@/tests/support/tcp-proxy";

/** Every step of making a link, in their order, at which a process can be killed. */
export const creationPoints = [
  "asked for",
  "row: statement held back",
  "row: statement let out",
  "row: commit held back",
  "row: commit let out, its answer not heard",
  "row: commit heard",
  "upstream: connection stands",
  "upstream: request held back",
  "upstream: request let out",
  "upstream: in the midst of a mishap",
  "upstream: answer not heard",
  "upstream: answer heard",
  "outcome: statement held back",
  "outcome: statement let out",
  "outcome: commit held back",
  "outcome: commit let out, its answer not heard",
  "outcome: commit heard",
  "person is being answered",
  "any moment",
] as const;

/** And of looking for links. */
export const workerPoints = [
  "upstream: connection stands",
  "upstream: request let out",
  "upstream: answer not heard",
  "upstream: answer heard",
  "page: statement held back",
  "page: commit held back",
  "page: commit let out, its answer not heard",
  "sweep: statement let out",
  "sweep: commit let out, its answer not heard",
  "any moment",
] as const;

export type KillPoint = (typeof creationPoints)[number] | (typeof workerPoints)[number];

/** A step that has just been seen. `holdBack` keeps its bytes from going further; they then never left the process. */
export type Seen = { step: string; holdBack: () => void };

const statements: [text: string, what: string][] = [
  ['INSERT INTO "public"."payment_links"', "row"],
  ['UPDATE "public"."payment_links" SET "state"', "outcome"],
  ["INSERT INTO link_sightings", "page"],
  ["'interrupted'", "sweep"],
];

/** Reads what a process says to Postgres, and tells the steps that it is at. */
export class DatabaseLookout {
  /** What was written in the transaction that a connection has open; said once more when its commit has left. */
  readonly #written = new Map<number, { what: string; isCommitting: boolean }>();

  see(moment: Moment): Seen | undefined {
    if (moment.kind !== "bytes") return undefined;
    const { connection, direction, chunk } = moment;
    const holdBack = () => moment.cut("reset");
    const text = chunk.toString("latin1");
    const open = this.#written.get(connection);
    if (direction === "down") {
      if (!open?.isCommitting) return undefined;
      this.#written.delete(connection);
      return { step: `${open.what}: commit heard`, holdBack };
    }
    const found = statements.find(([statement]) => text.includes(statement));
    if (found) {
      this.#written.set(connection, { what: found[1], isCommitting: false });
      return { step: `${found[1]}: statement`, holdBack };
    }
    if (!open || !text.includes("COMMIT")) return undefined;
    this.#written.set(connection, { ...open, isCommitting: true });
    return { step: `${open.what}: commit`, holdBack };
  }
}

/** The same for what it says to upstream. */
export function seeUpstream(moment: Moment): Seen | undefined {
  const holdBack = () => moment.cut("reset");
  if (moment.kind === "connected") return { step: "upstream: connection stands", holdBack };
  if (moment.kind === "struck") return { step: "upstream: in the midst of a mishap", holdBack };
  return { step: moment.direction === "up" ? "upstream: request" : "upstream: answer", holdBack };
}

/** How a kill point is reached: the step to wait for, whether its bytes still go out, and for how long to wait then. */
export function whenToKill(point: KillPoint): { step: string; holdsBack: boolean; waits: boolean } {
  const [step = "", how = ""] = / (held back|let out.*|not heard)$/.test(point)
    ? point.split(/ (?=held back|let out|not heard)/)
    : [point];
  // An answer that was passed on takes a moment to be read; "not heard" leaves it no such moment.
  const waits =
    point === "upstream: answer heard" || point === "asked for" || point === "person is being answered";
  const isAnswer = point === "upstream: answer heard";
  return { step: isAnswer ? "upstream: answer" : step, holdsBack: /held back|^not heard/.test(how), waits };
}
