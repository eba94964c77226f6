import { Fragment } from "react";
import { splitIsolated } from "@/lib/core/isolate";

/** A sentence with names in it, each of which runs its own way and leaves the words around it in place. */
export function IsolatedText({ children }: { children: string }) {
  return splitIsolated(children).map((part, at) => {
    const key = `${at}${part}`;
    return at % 2 === 1 ? <bdi key={key}>{part}</bdi> : <Fragment key={key}>{part}</Fragment>;
  });
}
