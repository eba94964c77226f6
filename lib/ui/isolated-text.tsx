import { Fragment } from "react";
import { splitIsolated } from "@/lib/core/isolate";

/**
 * A sentence with names in it, each in an element of its own: a name written right to left does not reorder the rest.
 */
export function IsolatedText({ children }: { children: string }) {
  return splitIsolated(children).map((part, at) => {
    const key = `${at}${part}`;
    return at % 2 === 1 ? <bdi key={key}>{part}</bdi> : <Fragment key={key}>{part}</Fragment>;
  });
}
