"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect } from "react";
import { paths } from "@/lib/core/paths";
import { draftSentences } from "@/lib/ui/offline/draft-sentences";
import { useDrafts } from "@/lib/ui/offline/use-drafts";

/** In the frame while the person has drafts in this browser: how many, what became of them, and the way to them. */
export function DraftsBar({ person }: { person: string }) {
  const said = draftSentences();
  const path = usePathname();
  const { drafts, halt } = useDrafts(person);
  const router = useRouter();
  const made = drafts.filter(({ status }) => status.kind === "made");
  const hasMade = halt !== null && halt.why !== "later" && made.length > 0;
  useEffect(() => {
    // The page shows the links that have come.
    if (hasMade) router.refresh();
  }, [hasMade, router]);
  if (drafts.length === 0) return null;
  const open = drafts.length - made.length;
  const isSignedOut = halt?.why === "signedOut" && open > 0;
  return (
    <div
      role="status"
      className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1 rounded-box border border-line bg-surface px-4 py-2 text-small"
    >
      {open > 0 && (
        <span>
          <b>{open}</b> {said.waiting}
        </span>
      )}
      {made.length > 0 && (
        <span>
          <b>{made.length}</b> {said.made}
        </span>
      )}
      {isSignedOut && <span className="font-bold">{said.signedOut}</span>}
      {halt?.why === "paused" &&
        [...new Set(halt.sentences.values())].map((sentence) => (
          <span key={sentence} className="font-bold text-danger">
            {sentence}
          </span>
        ))}
      {/* Another document: what it shows is in this browser, and the router has nothing to ask the server for. */}
      <a href={isSignedOut ? paths.loginThen(path) : paths.offline} className="link touch ml-auto">
        {isSignedOut ? said.signIn : said.see}
      </a>
    </div>
  );
}
