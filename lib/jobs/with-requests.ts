import type { Task, TaskList } from "graphile-worker";
import * as z from "zod";
import { withRequestId } from "@/lib/platform/request-id";
import { inSpan } from "@/lib/platform/tracing/in-span";

const asked = z.looseObject({ requestId: z.string() });

/** Runs each job with the id of the request that asked for it; one that nobody asked for has its own. */
export function withRequests(tasks: Record<string, Task>): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]): [string, Task] => [
      name,
      (payload, helpers) => {
        const { data } = asked.safeParse(payload);
        const facts = { "cobro.task": name, "cobro.attempt": helpers.job.attempts };
        return withRequestId(data?.requestId ?? `job-${helpers.job.id}`, () =>
          inSpan(`job ${name}`, facts, async () => task(payload, helpers)),
        );
      },
    ]),
  );
}
