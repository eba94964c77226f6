import { useEffect, useState } from "react";
import type { ExportAnswer } from "./export-answer";

const everyMs = 1_000;
/** A download waits for its turn; one that has not begun by then never will. */
const mostMissing = 30;

/** Asks how an export goes on until it has ended. Null before the first answer. */
export function useExportRun(address: string): { run: ExportAnswer | null; cancel: () => void } {
  const [run, setRun] = useState<ExportAnswer | null>(null);
  const [isCancelled, setIsCancelled] = useState(false);
  useEffect(() => {
    let isOver = false;
    let missing = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const answer = await ask(address, isCancelled ? "POST" : "GET");
      if (isOver) return;
      if (answer?.state === "missing") missing += 1;
      const isMissing = missing >= mostMissing;
      if (answer) setRun(answer.state === "missing" && !isMissing ? { ...answer, state: "running" } : answer);
      if (isMissing || (answer && answer.state !== "running" && answer.state !== "missing")) return;
      timer = setTimeout(() => void look(), everyMs);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [address, isCancelled]);
  return { run, cancel: () => setIsCancelled(true) };
}

/** Null when there is no answer, such as without a network: the next one tells. */
async function ask(address: string, method: "GET" | "POST"): Promise<ExportAnswer | null> {
  try {
    const response = await fetch(address, { method });
    const isJson = response.headers.get("content-type")?.includes("json");
    const answer: ExportAnswer | null = isJson ? await response.json() : null;
    return answer;
  } catch {
    return null;
  }
}
