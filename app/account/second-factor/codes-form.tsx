"use client";

import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { renewCodes } from "./actions";
import { type CodeLabels, ShownCodes } from "./shown-codes";

/** Makes new recovery codes, and shows them once. */
export function CodesForm({ labels }: { labels: CodeLabels & Record<"makeCodes" | "making", string> }) {
  const form = useForm(renewCodes, { values: {}, errors: {} }, "codes");
  const codes = form.state.extra?.codes;
  return (
    <ServerForm sent={form} className="grid gap-3">
      {codes && <ShownCodes codes={codes} labels={labels} />}
      <SubmitButton pending={labels.making} className="button-quiet">
        {labels.makeCodes}
      </SubmitButton>
    </ServerForm>
  );
}
