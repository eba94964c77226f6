import type { IncomingMessage, ServerResponse } from "node:http";

export type LinkBody = { id: string | number; object: string; url: string; active: boolean };
export type PageBody = { items: LinkBody[]; total_items: number; limit: number; offset: number };

/** An answer as data, so that a fault can change it before it is sent. */
export type Answer = { status: number; body: unknown; headers?: Record<string, string> };

export function refusal(status: number, detail: unknown, headers?: Record<string, string>): Answer {
  return { status, body: { detail }, ...(headers && { headers }) };
}

export const notFound = refusal(404, "Not Found");

/** What is stored goes on working; only more does not fit. */
export const full = refusal(507, "The sandbox is full");

export function notAllowed(...allowed: string[]): Answer {
  return refusal(405, "Method Not Allowed", { Allow: allowed.join(", ") });
}

export function send(response: ServerResponse, { status, body, headers }: Answer): void {
  sendText(response, status, JSON.stringify(body), { "Content-Type": "application/json", ...headers });
}

export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string>,
): void {
  response.writeHead(status, { ...headers, "Content-Length": Buffer.byteLength(text) });
  response.end(text);
}

const maxBodyBytes = 1024 * 1024;
/** A caller that goes on sending after this does not listen. */
const maxSentBytes = 16 * maxBodyBytes;

/** The request's body; undefined when it is larger than a MiB, and then a 413 has been sent. */
export async function readBody(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // It is read to the end even when it is too large: a caller that is still sending would not see the answer.
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= maxBodyBytes) chunks.push(bytes);
    if (size > maxSentBytes) {
      request.destroy();
      return undefined;
    }
  }
  if (size <= maxBodyBytes) return Buffer.concat(chunks).toString("utf8");
  send(response, refusal(413, "Request Entity Too Large"));
  return undefined;
}
