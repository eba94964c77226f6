import { pageLanguage } from "@/lib/i18n/language/page-language";
import type { unanswered } from "@/lib/i18n/messages/en/unanswered";

// What a form says when it got no answer. A file of its own, loaded as soon as a page is at work: every page would hold
// these sentences, and nearly none shows one.

type Sentences = Partial<Record<keyof typeof unanswered, string>>;

/** Nobody waits longer to be told that there was no answer. */
const patienceMs = 10_000;

/** Empty until they are there. */
let sentences: Sentences = {};
let loading: Promise<unknown> | undefined;

/** Resolves once they are there, or after the attempt; the next call then makes another. */
export function loadUnanswered(): Promise<unknown> {
  loading ??= Promise.race([load(), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  return loading;
}

async function load(): Promise<void> {
  try {
    const file = await import("@/lib/i18n/messages/unanswered");
    sentences = file.unanswered[pageLanguage()];
  } catch {
    loading = undefined;
  }
}

export function unansweredSentences(): Sentences {
  return sentences;
}

/** Asks whether drafts of links may be lost. Nothing is, as long as it cannot be asked. */
export function confirmLoss(): boolean {
  const { losesDrafts } = sentences;
  if (!losesDrafts) void loadUnanswered();
  return losesDrafts !== undefined && window.confirm(losesDrafts);
}
