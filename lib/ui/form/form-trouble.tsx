"use client";

import { useFormContext } from "@/lib/ui/form/form-context";
import { FormError } from "@/lib/ui/form/form-error";
import type { Unanswered } from "@/lib/ui/form/unanswered";
import { unansweredSentences } from "@/lib/ui/form/unanswered-sentences";
import type { Trouble } from "@/lib/ui/form/use-trouble";

/** Above a form: why there was no answer, or an error about the form as a whole. */
export function FormTrouble({
  trouble,
  error,
  labels,
}: {
  trouble: Trouble | null;
  error: string | undefined;
  /** This form's own sentences. */
  labels?: Partial<Record<Unanswered, string>>;
}) {
  const common = useFormContext().labels;
  const sentence =
    trouble &&
    (trouble.sentence ?? labels?.[trouble.why] ?? unansweredSentences()[trouble.why] ?? common.noAnswer);
  return (
    <>
      <FormError error={sentence ?? error} />
      {trouble?.why === "stalePage" && (
        <button type="button" onClick={() => window.location.reload()} className="button button-quiet">
          {common.reload}
        </button>
      )}
    </>
  );
}
