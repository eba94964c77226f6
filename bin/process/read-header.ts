import type { IncomingMessage } from "node:http";

/** Reads the headers of a request by their names in lower case; null for one that is missing, which an empty one is not. */
export function headerReader({ headers }: IncomingMessage): (name: string) => string | null {
  return (name) => {
    const value = headers[name];
    return value === undefined ? null : [value].flat().join("; ");
  };
}
