import type { IncomingMessage } from "node:http";

/** Reads the headers of a request by their names in lower case; null for one that is missing. */
export function headerReader({ headers }: IncomingMessage): (name: string) => string | null {
  return (name) => [headers[name] ?? []].flat().join("; ") || null;
}
