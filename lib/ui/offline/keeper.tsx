"use client";

import { usePathname } from "next/navigation";
import { type ComponentType, useEffect, useState } from "react";
import { countDrafts, endOwner, readOwner } from "@/lib/ui/marks/marks";

/** After the page is at work: what it stores for later must not slow it down. */
const keepAfterMs = 1_500;

/**
 * In the frame of a merchant's pages: keeps what is needed without a network, shows and sends the person's drafts, and
 * offers a new version. All of it is loaded only when there is something to do.
 */
export function OfflineKeeper({ owner, person, slug }: { owner: string; person: string; slug: string }) {
  const path = usePathname();
  const [Update, setUpdate] = useState<ComponentType | null>(null);
  useEffect(() => {
    const timer = setTimeout(async () => {
      const { keepForOffline } = await import("@/lib/ui/offline/keep-for-offline");
      if (!(await keepForOffline({ slug, owner, path }))) return;
      const { UpdateBar } = await import("@/lib/ui/offline/update-bar");
      setUpdate(() => UpdateBar);
    }, keepAfterMs);
    return () => clearTimeout(timer);
  }, [slug, owner, path]);
  return (
    <>
      {Update && <Update />}
      <DraftsKeeper person={person} />
    </>
  );
}

/** Shows and sends the person's drafts. */
export function DraftsKeeper({ person }: { person: string }) {
  const path = usePathname();
  const [Drafts, setDrafts] = useState<ComponentType<{ person: string }> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft may have been kept on the page before.
  useEffect(() => {
    const show = () => {
      if (countDrafts(person) === 0 || !navigator.onLine) return;
      void import("@/lib/ui/offline/drafts-bar").then(({ DraftsBar }) => setDrafts(() => DraftsBar));
    };
    show();
    addEventListener("online", show);
    return () => removeEventListener("online", show);
  }, [person, path]);
  return Drafts && <Drafts person={person} />;
}

/**
 * On every page where nobody is signed in, and on a shared till: what the last session has left is deleted.
 * @param below only at addresses that begin so: on the page that says that a business is not there, or not any more.
 */
export function OfflineEnd({ below = "/" }: { below?: string }) {
  const path = usePathname();
  useEffect(() => {
    if (readOwner() === null || !path.startsWith(below)) return;
    // At once, before the script that deletes it is there.
    endOwner();
    void import("@/lib/ui/offline/seen").then(({ forgetSeen }) => forgetSeen());
  }, [path, below]);
  return null;
}
