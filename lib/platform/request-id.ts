import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "@/lib/platform/process-wide";

/** What a request's id may be made of: it is written into logs and headers as it is. */
const plainToken = /^[\w.:-]{8,64}$/;

const scope = processWide("request-id", () => new AsyncLocalStorage<string>());

/** The id of the request that is being answered, or on whose behalf a job runs. */
export function currentRequestId(): string | undefined {
  return scope.getStore();
}

/** Whatever `work` logs, records and enqueues has this id. */
export function withRequestId<Result>(id: string, work: () => Result): Result {
  return scope.run(id, work);
}

/** An id that somebody else has made, if it is a plain token; otherwise a new one. */
export function toRequestId(given: unknown): string {
  return typeof given === "string" && plainToken.test(given) ? given : crypto.randomUUID();
}
