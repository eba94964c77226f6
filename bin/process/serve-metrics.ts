import { createServer } from "node:http";
import { answerMetrics } from "@/bin/process/answer-metrics";
import { addWorkMetrics } from "@/lib/jobs/work-metrics";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

/** In the worker, which has no pages: answers Prometheus at METRICS_PORT, if it is set. */
export function serveMetrics(): void {
  const { METRICS_PORT: port, METRICS_TOKEN: token, HOST: host } = env();
  if (port === undefined) return;
  addWorkMetrics();
  const server = createServer((request, response) => void answerMetrics(request, response, token));
  // Work goes on without it.
  server.on("error", (error) => log().error({ code: "metrics_not_served", reason: error.message }));
  server.listen(port, host).unref();
}
