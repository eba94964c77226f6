import type { Attributes } from "@opentelemetry/api";
import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace-node";

/** What may leave: facts from closed sets. Addresses hold searches and tokens, and errors hold anything. */
const known = new Set([
  ...["http.method", "http.route", "http.status_code", "next.span_type", "next.route"],
  ...["cobro.request_id", "cobro.task", "cobro.outcome", "cobro.attempt", "server.address"],
]);

/** The library whose spans have names of our own. */
export const ownScope = "cobro";

/** Gives spans on with what is known to be harmless, under names without addresses. */
export function plainSpans(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(toPlain), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}

function toPlain(span: ReadableSpan): ReadableSpan {
  const attributes: Attributes = {};
  for (const [name, value] of Object.entries(span.attributes)) if (known.has(name)) attributes[name] = value;
  return Object.create(span, {
    name: { value: span.instrumentationScope.name === ownScope ? span.name : toName(attributes) },
    attributes: { value: attributes },
    events: { value: [] },
    status: { value: { code: span.status.code } },
  });
}

/** Next names the span of a request by its route, and others by addresses of files and upstream. */
function toName(attributes: Attributes): string {
  const type = String(attributes["next.span_type"] ?? "unnamed");
  if (type !== "BaseServer.handleRequest") return type;
  const route = attributes["http.route"] ?? attributes["next.route"];
  return [attributes["http.method"], route].filter((part) => part !== undefined).join(" ");
}
