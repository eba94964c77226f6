import { setTimeout as sleep } from "node:timers/promises";
import { timed } from "@/tests/bench/support/measure";
import { HttpVisitor } from "@/tests/support/http-visitor";

// The process of page-clock.ts. It waits a little between two pages, as people do.

const pauseMs = 20;

process.on("message", ({ url, page, forMs }: { url: string; page: string; forMs: number }) => {
  void times(url, page, forMs).then((found) => process.send?.(found));
});
process.once("disconnect", () => process.exit());

async function times(url: string, page: string, forMs: number): Promise<number[]> {
  const visitor = new HttpVisitor(url);
  const found: number[] = [];
  for (const end = performance.now() + forMs; performance.now() < end; await sleep(pauseMs)) {
    found.push(await timed(() => visitor.html(page)));
  }
  return found.sort((a, b) => a - b);
}
