import cluster from "node:cluster";
import { AggregatorRegistry } from "prom-client";
import { metrics } from "@/lib/platform/metrics/metrics";

const question = "cobro:metrics?";
const answer = "cobro:metrics";

/** In the process that starts the others: adds up what they have counted, when one of them asks. */
export function gatherMetrics(): void {
  const gatherer = new AggregatorRegistry();
  cluster.on("message", (worker, message: unknown) => {
    if (message !== question) return;
    gatherer
      .clusterMetrics()
      .then((text) => worker.send({ type: answer, text }))
      // The process that has asked answers 503 by itself.
      .catch(() => {});
  });
}

/**
 * In a process that serves pages: what all of them have counted, or this one where it is the only one.
 * @returns a function that reads it as Prometheus' text; it rejects when no answer comes.
 */
export function shareMetrics(timeoutMs = 6_000): () => Promise<string> {
  const { registry } = metrics();
  if (!cluster.isWorker) return () => registry.metrics();
  AggregatorRegistry.setRegistries(registry);
  // It answers the gatherer.
  new AggregatorRegistry();
  return () =>
    new Promise((resolve, reject) => {
      const onMessage = (message: unknown) => {
        if (!isAnswer(message)) return;
        done();
        resolve(message.text);
      };
      const done = () => {
        clearTimeout(deadline);
        process.off("message", onMessage);
      };
      const deadline = setTimeout(() => {
        done();
        reject(new Error("no answer from the first process"));
      }, timeoutMs);
      process.on("message", onMessage);
      process.send?.(question);
    });
}

function isAnswer(message: unknown): message is { type: string; text: string } {
  return (
    typeof message === "object" &&
    message !== null &&
    "type" in message &&
    message.type === answer &&
    "text" in message &&
    typeof message.text === "string"
  );
}
