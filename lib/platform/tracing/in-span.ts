import type { Attributes, Tracer } from "@opentelemetry/api";
import { processWide } from "@/lib/platform/process-wide";

/** Where spans go; nowhere, unless tracing was started in this process. */
const state = processWide("tracer", (): { tracer: Tracer | null } => ({ tracer: null }));

export function setTracer(tracer: Tracer | null): void {
  state.tracer = tracer;
}

/**
 * Does some work as a span of the trace that is being recorded, if any. The name and the attributes are from closed
 * sets: nothing that a person has typed leaves in a trace.
 * @param describe adds what is known only afterwards.
 */
export function inSpan<Result>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
  describe: (result: Result) => Attributes = () => ({}),
): Promise<Result> {
  const { tracer } = state;
  if (!tracer) return work();
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      const result = await work();
      span.setAttributes(describe(result));
      return result;
    } catch (error) {
      // 2: an error. Its text may hold anything, and is in the log.
      span.setStatus({ code: 2 });
      throw error;
    } finally {
      span.end();
    }
  });
}
