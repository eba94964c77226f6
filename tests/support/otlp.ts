import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import * as z from "zod";

/** OTLP's JSON, as far as tests read it. Ids are hexadecimal there. */
const payload = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(z.unknown()) }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string().regex(/^[0-9a-f]{32}$/),
              spanId: z.string().regex(/^[0-9a-f]{16}$/),
              parentSpanId: z.string().optional(),
              name: z.string(),
              startTimeUnixNano: z.string(),
              attributes: z.array(
                z.object({ key: z.string(), value: z.record(z.string(), z.union([z.string(), z.number()])) }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
});

export type ReceivedSpan = {
  traceId: string;
  spanId: string;
  parentSpanId: string | undefined;
  name: string;
  attributes: Record<string, unknown>;
};

/** A collector that speaks OTLP over HTTP in JSON, and keeps what it got. `said` is all of it, as it came. */
export async function startCollector() {
  const spans: ReceivedSpan[] = [];
  const kept = { said: "" };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    kept.said += body;
    for (const { scopeSpans } of payload.parse(JSON.parse(body)).resourceSpans) {
      for (const span of scopeSpans.flatMap((scope) => scope.spans)) {
        const attributes = Object.fromEntries(
          span.attributes.map(({ key, value }) => [key, Object.values(value)[0]]),
        );
        spans.push({ ...span, parentSpanId: span.parentSpanId || undefined, attributes });
      }
    }
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { url: `http://127.0.0.1:${port}`, spans, kept, close: () => server.close() };
}
