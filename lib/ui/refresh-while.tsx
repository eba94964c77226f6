import { Poll } from "@/lib/ui/poll";

/** Polls while it is on the page and the page is visible. Without scripts the browser reloads the page. */
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
