import { Fold } from "@/app/_fold/fold";
import { ActionButton } from "@/lib/ui/form/action-button";
import type { Option } from "@/lib/ui/form/choice";
import { remove } from "./actions";
import { RoleForm } from "./role-form";

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
        <Fold forms={[`role-${userId}`, `remove-${userId}`]}>
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
        </Fold>
      )}
    </li>
  );
}
