import { useEffect, useState } from "react";
import { draftsChannel, listDrafts, type OfflineDraft } from "@/lib/ui/offline/drafts";
import { type Halt, sendDrafts } from "@/lib/ui/offline/send-drafts";

const firstPauseMs = 2_000;
const longestPauseMs = 5 * 60_000;

/**
 * A person's drafts, and why the queue has stopped. While the page is open they are sent whenever there is a network:
 * after a failure in pauses that grow.
 */
export function useDrafts(person: string | null): {
  drafts: OfflineDraft[];
  halt: Halt | null;
  /** Tries now. */
  send: () => void;
} {
  const [drafts, setDrafts] = useState<OfflineDraft[]>([]);
  const [halt, setHalt] = useState<Halt | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (person === null) return;
    let isLeft = false;
    const read = async () => {
      const found = await listDrafts(person);
      if (!isLeft) setDrafts(found);
    };
    const channel = new BroadcastChannel(draftsChannel);
    channel.addEventListener("message", () => void read());
    void read();
    return () => {
      isLeft = true;
      channel.close();
    };
  }, [person]);
  const hasWaiting = drafts.some(({ status }) => status.kind === "waiting");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` starts it anew.
  useEffect(() => {
    if (person === null || !hasWaiting) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pauseMs = firstPauseMs;
    async function run(): Promise<void> {
      clearTimeout(timer);
      if (stop.signal.aborted || !navigator.onLine) return;
      const found = await sendDrafts(person ?? "").catch((): Halt => ({ why: "later", retryAfterMs: null }));
      if (stop.signal.aborted) return;
      setHalt(found);
      if (found.why === "paused" || found.why === "signedOut" || found.why === "done") return;
      timer = setTimeout(run, found.why === "later" ? (found.retryAfterMs ?? pauseMs) : firstPauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
    const again = () => {
      pauseMs = firstPauseMs;
      void run();
    };
    addEventListener("online", again, { signal: stop.signal });
    document.addEventListener("visibilitychange", () => !document.hidden && again(), { signal: stop.signal });
    void run();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [person, hasWaiting, asked]);
  return { drafts, halt, send: () => setAsked((count) => count + 1) };
}
