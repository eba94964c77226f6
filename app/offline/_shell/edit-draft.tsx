import { type OfflineDraft, saveDraft } from "@/lib/ui/offline/drafts";
import type { LastSeen } from "@/lib/ui/offline/last-seen";
import { DraftForm } from "./draft-form";
import type { ShellLabels } from "./shell-labels";

/** Changes a draft, in the mode that the merchant has now, as the frame shows it. */
export function EditDraft({
  draft,
  seen,
  onEnd,
  ...known
}: {
  locale: string;
  labels: ShellLabels;
  draft: OfflineDraft;
  seen: LastSeen;
  onEnd: () => void;
}) {
  const { labels } = known;
  return (
    <div className="grid max-w-xl gap-3">
      <DraftForm
        {...known}
        seen={seen}
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
