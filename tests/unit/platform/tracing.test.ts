import { trace } from "@opentelemetry/api";
import { afterAll, expect, it } from "vitest";
import { withRequestId } from "@/lib/platform/request-id";
import { inSpan } from "@/lib/platform/tracing/in-span";
import { startTracing } from "@/lib/platform/tracing/start-tracing";
import { startCollector } from "@/tests/support/otlp";

const collector = await startCollector();
process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url;
afterAll(() => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  collector.close();
});

it("sends what happened within a request as one trace, without addresses and texts", async () => {
  const end = await startTracing("worker");
  // As Next makes its spans.
  const next = trace.getTracer("next.js");
  await withRequestId("request-0001", () =>
    next.startActiveSpan("GET /invite/sEcReT", async (page) => {
      page.setAttributes({
        ...{
          "next.span_type": "BaseServer.handleRequest",
          "http.method": "GET",
          "http.target": "/invite/sEcReT",
        },
        "http.route": "/invite/[token]",
      });
      await inSpan(
        "upstream GET",
        { "server.address": "api.4geeks.io" },
        async () => "ok",
        (outcome) => ({ "cobro.outcome": outcome }),
      );
      next
        .startSpan("fetch GET https://a.example/sEcReT", { attributes: { "next.span_type": "fetch" } })
        .end();
      page.recordException(new Error("sEcReT"));
      page.end();
    }),
  );
  await expect(
    inSpan("job send-mail", {}, () => Promise.reject(new Error("to sEcReT@example.com"))),
  ).rejects.toThrow("to sEcReT");
  await end();
  const [upstream, fetched, page, job] = [
    "upstream GET",
    "fetch",
    "GET /invite/[token]",
    "job send-mail",
  ].map((name) => collector.spans.find((span) => span.name === name));
  expect(page).toMatchObject({
    attributes: { "http.route": "/invite/[token]", "cobro.request_id": "request-0001" },
  });
  expect(upstream).toMatchObject({
    traceId: page?.traceId,
    parentSpanId: page?.spanId,
    attributes: { "cobro.outcome": "ok", "cobro.request_id": "request-0001" },
  });
  expect(fetched).toMatchObject({ name: "fetch", traceId: page?.traceId });
  expect(job).toMatchObject({ name: "job send-mail", parentSpanId: undefined });
  expect(collector.kept.said).toContain("cobro-worker");
  expect(collector.kept.said).not.toContain("sEcReT");
});

it("does nothing but the work where no collector is set", async () => {
  const before = collector.spans.length;
  expect(await inSpan("job sweep", {}, async () => "done")).toBe("done");
  expect(collector.spans.length).toBe(before);
});
