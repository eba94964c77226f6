import { createServer, type RequestListener, type Server } from "node:http";

/** How long a connection may take, in milliseconds. */
export type ClientLimits = {
  /** For the head of a request. Browsers send it in one piece. */
  headMs: number;
  /** For a whole request: a logo from a phone with a poor connection takes a minute. */
  requestMs: number;
  /** Between two requests. */
  idleMs: number;
  /** How often the first two are looked at. */
  lookMs: number;
};

const clientLimits: ClientLimits = {
  headMs: 15_000,
  requestMs: 120_000,
  // Longer than the usual 60 seconds of load balancers, so that they and not we close an idle connection.
  idleMs: 65_000,
  lookMs: 5_000,
};

/**
 * A server that ends connections whose request comes so slowly that it only keeps them open: they are answered 408.
 * Whoever opens thousands of them would otherwise use up the connections that one process can have.
 */
export function createLimitedServer(handle: RequestListener, limits: ClientLimits = clientLimits): Server {
  const { headMs, requestMs, idleMs, lookMs } = limits;
  const times = { headersTimeout: headMs, requestTimeout: requestMs, keepAliveTimeout: idleMs };
  return createServer({ ...times, connectionsCheckingInterval: lookMs }, handle);
}
