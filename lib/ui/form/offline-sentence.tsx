"use client";

import { createContext, type ReactNode, useContext } from "react";

// Said when there is no server to say it, so every page brings it along.

const Sentence = createContext("");

export function OfflineSentence({ text, children }: { text: string; children: ReactNode }) {
  return <Sentence value={text}>{children}</Sentence>;
}

/** That the device is offline and nothing was sent, in the person's language. */
export function useOfflineSentence(): string {
  return useContext(Sentence);
}
