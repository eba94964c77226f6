"use client";

import { useState } from "react";
import { paths } from "@/lib/core/paths";
import { formatMoney } from "@/lib/money/format-money";
import { ModeMark } from "@/lib/ui/mode-mark";
import { dropDraft, type OfflineDraft, saveDraft } from "@/lib/ui/offline/drafts";
import type { LastSeen } from "@/lib/ui/offline/last-seen";
import type { Halt } from "@/lib/ui/offline/send-drafts";
import { DraftForm } from "./draft-form";
import type { ShellLabels } from "./shell-labels";

type Known = { seen: LastSeen; locale: string; labels: ShellLabels };

/** The person's drafts: what became of each, and a way to change or drop those that are not sent yet. */
export function DraftList({
  drafts,
  halt,
  send,
  ...known
}: Known & { drafts: OfflineDraft[]; halt: Halt | null; send: () => void }) {
  const [editedId, setEdited] = useState<string | null>(null);
  const edited = drafts.find(({ id }) => id === editedId);
  const { labels } = known;
  if (edited) return <Edit {...known} draft={edited} onEnd={() => setEdited(null)} />;
  return (
    <section className="grid max-w-2xl gap-3">
      <h1 className="text-title">{labels.drafts.title}</h1>
      <p className="text-small text-muted">
        {drafts.length === 0 ? labels.drafts.none : labels.drafts.notYet}
      </p>
      <Halted halt={halt} labels={labels} send={send} />
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {drafts.map((draft) => (
          <Row key={draft.id} {...known} draft={draft} onEdit={() => setEdited(draft.id)} />
        ))}
      </ul>
    </section>
  );
}

/** Why nothing is sent at the moment. */
function Halted({ halt, labels, send }: { halt: Halt | null; labels: ShellLabels; send: () => void }) {
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
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-4 font-bold text-danger">
      {halt.sentence}
      <button type="button" onClick={send} className="link touch">
        {labels.drafts.tryAgain}
      </button>
    </p>
  );
}

function Row({ draft, onEdit, locale, labels }: Known & { draft: OfflineDraft; onEdit: () => void }) {
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
        {!isOver && (
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

/** In the mode that the merchant has now, as the frame shows it. */
function Edit({ draft, onEnd, ...known }: Known & { draft: OfflineDraft; onEnd: () => void }) {
  const { seen, labels } = known;
  return (
    <div className="grid max-w-xl gap-3">
      <DraftForm
        {...known}
        note={null}
        fields={draft.fields}
        submit={labels.drafts.save}
        onDraft={async (made) => {
          await saveDraft({ ...draft, ...made, mode: seen.merchant.mode, status: { kind: "waiting" } });
          onEnd();
        }}
      />
      <button type="button" onClick={onEnd} className="button button-quiet">
        {labels.drafts.cancel}
      </button>
    </div>
  );
}
