"use client";

import { useState } from "react";
import { paths } from "@/lib/core/paths";
import { formatMoney } from "@/lib/money/format-money";
import { ModeMark } from "@/lib/ui/mode-mark";
import { dropDraft, isOpenDraft, type OfflineDraft } from "@/lib/ui/offline/drafts";
import type { LastSeen } from "@/lib/ui/offline/last-seen";
import type { Halt } from "@/lib/ui/offline/send-drafts";
import { EditDraft } from "./edit-draft";
import type { ShellLabels } from "./shell-labels";

type Known = { locale: string; labels: ShellLabels };

/** The person's drafts: what became of each, and a way to change or drop those that are not sent yet. */
export function DraftList({
  drafts,
  halt,
  send,
  all,
  ...known
}: Known & {
  drafts: OfflineDraft[];
  halt: Halt | null;
  send: () => void;
  /** The businesses that this browser knows. Only their drafts can be changed. */
  all: LastSeen[];
}) {
  const [editedId, setEdited] = useState<string | null>(null);
  const edited = drafts.find(({ id }) => id === editedId);
  const { labels } = known;
  const editedIn = edited && findSeen(edited, all);
  if (edited && editedIn)
    return <EditDraft {...known} draft={edited} seen={editedIn} onEnd={() => setEdited(null)} />;
  const slugs = [...new Set(drafts.map(({ slug }) => slug))];
  return (
    <section className="grid max-w-2xl gap-3">
      <h1 className="text-title">{labels.drafts.title}</h1>
      <p className="text-small text-muted empty:hidden">
        {drafts.length === 0 ? labels.drafts.none : drafts.some(isOpenDraft) && labels.drafts.notYet}
      </p>
      <Halted halt={halt} slugs={slugs} labels={labels} send={send} />
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {drafts.map((draft) => (
          <Row
            key={draft.id}
            {...known}
            draft={draft}
            business={slugs.length > 1 || all.length === 0 ? findName(draft, all) : null}
            onEdit={findSeen(draft, all) ? () => setEdited(draft.id) : null}
          />
        ))}
      </ul>
    </section>
  );
}

function findSeen({ slug }: OfflineDraft, all: LastSeen[]): LastSeen | undefined {
  return all.find(({ merchant }) => merchant.slug === slug);
}

function findName(draft: OfflineDraft, all: LastSeen[]): string {
  return findSeen(draft, all)?.merchant.name ?? draft.slug;
}

/** Why nothing is sent at the moment. */
function Halted({
  halt,
  slugs,
  labels,
  send,
}: {
  halt: Halt | null;
  /** Of the businesses whose drafts are shown. */
  slugs: string[];
  labels: ShellLabels;
  send: () => void;
}) {
  if (halt?.why === "signedOut") {
    return (
      <p role="status" className="flex flex-wrap items-center gap-x-4 font-bold">
        {labels.drafts.signedOut}
        <a href={paths.loginThen(paths.home)} className="link touch">
          {labels.drafts.signIn}
        </a>
      </p>
    );
  }
  if (halt?.why !== "paused") return null;
  const sentences = [...halt.sentences].filter(([slug]) => slugs.includes(slug)).map(([, said]) => said);
  if (sentences.length === 0) return null;
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-4 font-bold text-danger">
      {[...new Set(sentences)].join(" ")}
      <button type="button" onClick={send} className="link touch">
        {labels.drafts.tryAgain}
      </button>
    </p>
  );
}

function Row({
  draft,
  business,
  onEdit,
  locale,
  labels,
}: Known & { draft: OfflineDraft; business: string | null; onEdit: (() => void) | null }) {
  const { status, link, mode } = draft;
  const words = labels.drafts;
  const isOver = status.kind === "made" || status.kind === "unconfirmed";
  const says = { waiting: words.waits, refused: "", made: words.made, unconfirmed: words.unconfirmed };
  return (
    <li className="grid gap-1 py-3">
      <div className="flex items-baseline justify-between gap-3">
        <b translate="no" className="tabular-nums">
          {formatMoney(link.amountMinor, link.currency, locale)}
        </b>
        <ModeMark mode={mode}>{labels.modes[mode]}</ModeMark>
      </div>
      <p dir="auto" className="wrap-anywhere">
        {link.description}
      </p>
      {business && (
        <p className="text-small text-muted">
          <bdi>{business}</bdi>
        </p>
      )}
      <p className={`text-small ${status.kind === "refused" ? "font-bold text-danger" : "text-muted"}`}>
        {status.kind === "refused" ? status.sentence : says[status.kind]}
      </p>
      <div className="flex flex-wrap gap-x-5">
        {isOver && (
          <a href={status.path} className="link touch">
            {words.openLink}
          </a>
        )}
        {status.kind === "refused" && status.path && (
          <a href={status.path} className="link touch">
            {words.seeEarlier}
          </a>
        )}
        {!isOver && onEdit && (
          <button type="button" onClick={onEdit} className="link touch">
            {words.edit}
          </button>
        )}
        <button type="button" onClick={() => void dropDraft(draft.id)} className="link touch">
          {isOver ? words.dismiss : words.drop}
        </button>
      </div>
    </li>
  );
}
