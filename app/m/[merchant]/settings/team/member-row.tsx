"use client";

import { ActionButton } from "@/lib/ui/form/action-button";
import { Choice, type Option } from "@/lib/ui/form/choice";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { remove, setRole } from "./actions";

type Labels = Record<"change" | "save" | "remove" | "working", string>;

/** A person in the team, and what the reader may change about them, folded away. */
export function MemberRow({
  userId,
  name,
  you,
  email,
  roleName,
  role,
  roles,
  roleLabel,
  labels,
}: {
  userId: string;
  name: string;
  /** Shown beside the reader's own name. */
  you: string | null;
  email: string;
  roleName: string;
  role: string;
  roleLabel: string;
  /** The roles that can be given; empty when the reader may not change this person. */
  roles: Option[];
  labels: Labels;
}) {
  return (
    <li className="py-3">
      <div className="flex items-center justify-between gap-4">
        <span className="grid min-w-0">
          <span className="truncate font-bold">
            <bdi>{name}</bdi>
            {you !== null && ` (${you})`}
          </span>
          <span className="truncate text-small text-muted">{email}</span>
        </span>
        <span className="shrink-0 text-small">{roleName}</span>
      </div>
      {roles.length > 0 && (
        <details>
          <summary className="link touch text-small">{labels.change}</summary>
          <div className="grid gap-4 py-3">
            <RoleForm userId={userId} role={role} roles={roles} roleLabel={roleLabel} labels={labels} />
            <ActionButton
              action={remove}
              name={`remove-${userId}`}
              fields={{ userId, drawn: role }}
              pending={labels.working}
              className="button-quiet text-danger"
            >
              {labels.remove}
            </ActionButton>
          </div>
        </details>
      )}
    </li>
  );
}

function RoleForm({
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
  labels: Labels;
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
