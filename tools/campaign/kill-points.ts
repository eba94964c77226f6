import type { Moment } from "@/tests/support/tcp-proxy";

/** The steps of creating a link, in order. A process can be killed at each of them. */
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

/** The steps of a worker that looks for links. */
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

/** A step that was just observed. `holdBack` stops its bytes, which then never leave the process. */
export type Seen = { step: string; holdBack: () => void };

const statements: [text: string, what: string][] = [
  ['INSERT INTO "public"."payment_links"', "row"],
  ['UPDATE "public"."payment_links" SET "state"', "outcome"],
  ["INSERT INTO link_sightings", "page"],
  ["'interrupted'", "sweep"],
];

/** Watches what a process sends to Postgres, and reports its steps. */
export class DatabaseLookout {
  /** What was written in the open transaction of each connection. It is reported again when the commit was sent. */
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

/** The same for what the process sends to upstream. */
export function seeUpstream(moment: Moment): Seen | undefined {
  const holdBack = () => moment.cut("reset");
  if (moment.kind === "connected") return { step: "upstream: connection stands", holdBack };
  if (moment.kind === "struck") return { step: "upstream: in the midst of a mishap", holdBack };
  return { step: moment.direction === "up" ? "upstream: request" : "upstream: answer", holdBack };
}

/**
 * How to kill at a point: the step to wait for, whether to stop its bytes, and whether to wait a moment before the
 * kill.
 */
export function whenToKill(point: KillPoint): { step: string; holdsBack: boolean; waits: boolean } {
  const [step = "", how = ""] = / (held back|let out.*|not heard)$/.test(point)
    ? point.split(/ (?=held back|let out|not heard)/)
    : [point];
  // It takes a moment to read an answer that was passed on; "not heard" kills before that.
  const waits =
    point === "upstream: answer heard" || point === "asked for" || point === "person is being answered";
  const isAnswer = point === "upstream: answer heard";
  return { step: isAnswer ? "upstream: answer" : step, holdsBack: /held back|^not heard/.test(how), waits };
}
