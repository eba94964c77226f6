import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { processWide } from "@/lib/platform/process-wide";

/**
 * What the program counts, once in a process. Labels are from closed sets: a route's pattern, a status class, a code;
 * never an address, a person or a merchant.
 */
export function metrics() {
  return processWide("metrics", create);
}

function create() {
  const registry = new Registry();
  const registers = [registry];
  // Memory, processor time, garbage collection and the lag of the event loop.
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "cobro_database_pool_connections",
    help: "Connections of this process to the database, and requests that wait for one",
    labelNames: ["state"],
    registers,
    collect() {
      const pool = globalThis.cobroPool;
      this.set({ state: "open" }, pool?.totalCount ?? 0);
      this.set({ state: "idle" }, pool?.idleCount ?? 0);
      this.set({ state: "waiting" }, pool?.waitingCount ?? 0);
    },
  });
  return {
    registry,
    requests: new Counter({
      name: "cobro_http_requests_total",
      help: "Answers by route and class of status",
      labelNames: ["route", "status"],
      registers,
    }),
    durations: new Histogram({
      name: "cobro_http_request_duration_seconds",
      help: "From the head of a request to the end of its answer",
      labelNames: ["route"],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    upstreamCalls: new Counter({
      name: "cobro_upstream_calls_total",
      help: "Calls of the Payment Links API by method and outcome",
      labelNames: ["method", "outcome"],
      registers,
    }),
    shortAddresses: new Counter({
      name: "cobro_short_addresses_total",
      help: "Short addresses that were opened, by what became of it; `none` and `limited` are guesses or mistakes",
      labelNames: ["outcome"],
      registers,
    }),
    refusedSignIns: new Counter({
      name: "cobro_sign_ins_refused_total",
      help: "Sign-ins with a password that were refused",
      labelNames: ["reason"],
      registers,
    }),
  };
}
