"use client";

import { useEffect, useState } from "react";
import { paths } from "@/lib/core/paths";
import { isOpenDraft } from "@/lib/ui/offline/drafts";
import type { LastSeen } from "@/lib/ui/offline/last-seen";
import { useDrafts } from "@/lib/ui/offline/use-drafts";
import { CreateView } from "./create-view";
import { DraftList } from "./draft-list";
import { type Place, readPlace } from "./read-place";
import { SeenLinkView } from "./seen-link-view";
import { SeenList } from "./seen-list";
import { ShellFrame } from "./shell-frame";
import type { ShellLabels } from "./shell-labels";
import { useIsOnline, useSeen } from "./use-seen";

type Props = { locale: string; labels: ShellLabels };
type Whose = {
  /** Who is signed in; null where the server could not be asked, and the browser has to know. */
  person: string | null;
};

/** Shows what an address would show, as far as the browser knows it. */
export function OfflineShell({ person, locale, labels }: Props & Whose) {
  const seen = useSeen();
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => setPlace(readPlace(window.location)), []);
  // The server knows neither: both come with the first effect.
  if (!seen || !place) return null;
  const merchant = place.slug === null ? seen[0] : seen.find((one) => one.merchant.slug === place.slug);
  return merchant ? (
    <Known {...{ locale, labels, place, seen: merchant, all: seen }} />
  ) : (
    <ShellFrame labels={labels} seen={null} place={place} draftCount={0}>
      <Unknown {...{ person, locale, labels }} />
    </ShellFrame>
  );
}

/** Nothing was seen last, or no longer may be. Drafts are their person's own. */
function Unknown({ person, locale, labels }: Props & Whose) {
  const { drafts, halt, send } = useDrafts(person);
  const isOnline = useIsOnline();
  const words = labels.drafts;
  if (drafts.length > 0) return <DraftList {...{ drafts, halt, send, locale, labels }} all={[]} />;
  if (!isOnline) return <Note title={labels.nothingTitle} text={labels.nothingText} reload={labels.reload} />;
  return (
    <div className="grid justify-items-start gap-3">
      <h1 className="text-title">{words.title}</h1>
      <p className="max-w-prose text-muted">{person === null ? words.signedOut : words.none}</p>
      <a href={person === null ? paths.loginThen(paths.offline) : paths.home} className="button button-quiet">
        {person === null ? words.signIn : labels.nav.new}
      </a>
    </div>
  );
}

function Known({
  locale,
  labels,
  place,
  seen,
  all,
}: Props & { place: Place; seen: LastSeen; all: LastSeen[] }) {
  const { drafts, halt, send } = useDrafts(seen.person);
  const own = drafts.filter(({ slug }) => slug === seen.merchant.slug);
  const list = { halt, send, locale, labels, all };
  return (
    <ShellFrame labels={labels} seen={seen} place={place} draftCount={drafts.filter(isOpenDraft).length}>
      {place.page === "new" && seen.merchant.mayCreate && (
        <CreateView {...{ seen, locale, labels }} description={place.description} />
      )}
      {place.page === "links" && (
        <SeenList {...{ seen, locale, labels }}>
          {own.length > 0 && <DraftList {...list} drafts={own} />}
        </SeenList>
      )}
      {place.page === "link" && <SeenLinkView {...{ seen, locale, labels }} id={place.id} />}
      {place.page === "drafts" && <DraftList {...list} drafts={drafts} />}
      {(place.page === "other" || (place.page === "new" && !seen.merchant.mayCreate)) && (
        <Note title={labels.noPageTitle} text={labels.noPageText} reload={labels.reload} />
      )}
    </ShellFrame>
  );
}

function Note({ title, text, reload }: { title: string; text: string; reload: string }) {
  return (
    <div className="grid justify-items-start gap-3">
      <h1 className="text-title">{title}</h1>
      <p className="max-w-prose text-muted">{text}</p>
      <button type="button" onClick={() => window.location.reload()} className="button button-quiet">
        {reload}
      </button>
    </div>
  );
}
