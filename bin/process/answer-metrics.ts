import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { metrics } from "@/lib/platform/metrics/metrics";

/**
 * Answers Prometheus, which sends the token as a bearer. Without the right one, and where none is set, there is nothing
 * here: a program before the portal may be on this machine, so that an address proves nothing.
 * @param read the text; by default that of this process.
 */
export async function answerMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  token: string | undefined,
  read: () => Promise<string> = () => metrics().registry.metrics(),
): Promise<void> {
  if (!token || !isEqual(request.headers.authorization ?? "", `Bearer ${token}`)) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
    response.end("Not Found");
    return;
  }
  const text = await read().catch(() => null);
  const type = metrics().registry.contentType;
  response.writeHead(text === null ? 503 : 200, { "Content-Type": type, "Cache-Control": "no-store" });
  response.end(text ?? "");
}

/** In a time that says nothing about how much of it is right. */
function isEqual(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
