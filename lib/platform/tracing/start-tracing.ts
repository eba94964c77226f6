import { env } from "@/lib/platform/env";
import { currentRequestId } from "@/lib/platform/request-id";
import { setTracer } from "@/lib/platform/tracing/in-span";
import { ownScope, plainSpans } from "@/lib/platform/tracing/plain-spans";

/**
 * Sends traces to the collector of OTEL_EXPORTER_OTLP_ENDPOINT. Without that setting nothing of OpenTelemetry is loaded.
 * Next's own spans come along: it uses whatever is registered in its process. The packages read OTEL_EXPORTER_OTLP_HEADERS,
 * OTEL_TRACES_SAMPLER and the like by themselves.
 * @returns sends what is left; to be called before the process ends.
 */
export async function startTracing(program: "web" | "worker"): Promise<() => Promise<void>> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: name } = env();
  if (endpoint === undefined) return async () => {};
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import("@opentelemetry/sdk-trace-node"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
    ]);
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": name ?? `cobro-${program}` }),
    spanProcessors: [requestIds, new BatchSpanProcessor(plainSpans(new OTLPTraceExporter()))],
  });
  provider.register();
  setTracer(provider.getTracer(ownScope));
  return async () => {
    setTracer(null);
    // A collector that is gone must not keep the process from ending.
    await provider.shutdown().catch(() => {});
  };
}

/** A trace is found by the id in a log's line, and the other way round. */
const requestIds = {
  onStart: (span: { setAttribute: (name: string, value: string) => unknown }) => {
    const id = currentRequestId();
    if (id !== undefined) span.setAttribute("cobro.request_id", id);
  },
  onEnd: () => {},
  shutdown: () => Promise.resolve(),
  forceFlush: () => Promise.resolve(),
};
