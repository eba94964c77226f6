"use client";

import { Icon } from "@/lib/ui/icon";
import { type CopyWords, useCopy } from "@/lib/ui/use-copy";
import { useTellShared } from "./use-tell-shared";

/** The link's address, which one tap copies. Where no script runs it is a text to take hold of. */
export function ShareAddress({
  path,
  url,
  label,
  words,
}: {
  path: string;
  url: string;
  label: string;
  words: CopyWords;
}) {
  const { said, copy } = useCopy(words);
  const tell = useTellShared(path);
  async function take() {
    if (await copy(url)) tell("copied_link");
  }
  return (
    <>
      <button type="button" onClick={take} className="touch w-full justify-between gap-4 noscript:hidden">
        <span className="text-left font-mono text-small wrap-anywhere">{url}</span>
        <span className="inline-flex items-center gap-1 text-small font-bold">
          <Icon name={said === words.copied ? "check" : "copy"} className="size-4" />
          {said ?? label}
        </span>
        <span role="status" className="sr-only">
          {said}
        </span>
      </button>
      <p className="hidden py-3 font-mono text-small wrap-anywhere select-all noscript:block">{url}</p>
    </>
  );
}
