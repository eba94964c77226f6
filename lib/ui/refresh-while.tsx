import { Poll } from "@/lib/ui/poll";

/** Polls for as long as it is on the page and in sight; without scripts the browser reloads by itself. */
export function RefreshWhile({ path, everySeconds }: { path: string; everySeconds: number }) {
  return (
    <>
      <Poll everySeconds={everySeconds} />
      <noscript>
        <meta httpEquiv="refresh" content={`${Math.max(3, everySeconds)};url=${path}`} />
      </noscript>
    </>
  );
}
