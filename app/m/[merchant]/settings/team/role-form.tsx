"use client";

import { Choice, type Option } from "@/lib/ui/form/choice";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { setRole } from "./actions";

/** Gives a person of the team another role. */
export function RoleForm({
  userId,
  role,
  roles,
  roleLabel,
  labels,
}: {
  userId: string;
  role: string;
  roles: Option[];
  roleLabel: string;
  labels: Record<"save" | "working", string>;
}) {
  const form = useForm(setRole, { values: {}, errors: {} }, `role-${userId}`);
  const { state } = form;
  return (
    <ServerForm sent={form} className="grid gap-3">
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="drawn" value={state.values.drawn || role} />
      <Choice
        name="role"
        idSuffix={`-${userId}`}
        label={roleLabel}
        options={roles}
        selected={state.values.role || role}
        error={state.errors.role}
      />
      <SubmitButton pending={labels.working} className="button-quiet">
        {labels.save}
      </SubmitButton>
    </ServerForm>
  );
}
