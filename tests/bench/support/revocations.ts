import type pg from "pg";
import type { MerchantId } from "@/lib/core/merchant-id";
import { changePassword, endOtherSessions } from "@/lib/domain/accounts/change-account";
import { resetPassword } from "@/lib/domain/accounts/reset-password";
import { revokeSession } from "@/lib/domain/accounts/store";
import { changeRole, leaveTeam, removeMember, transferOwnership } from "@/lib/domain/members/change-team";
import type { Role } from "@/lib/domain/members/schema";
import { deleteMerchant, disableMerchant } from "@/lib/domain/merchants/close-merchant";
import { resetPassword as resetByOperator } from "@/lib/domain/operator/reset-password";
import { choosePin } from "@/lib/domain/tills/choose-pin";
import { enrollDevice } from "@/lib/domain/tills/enroll-device";
import { findTill } from "@/lib/domain/tills/find-till";
import { findPin } from "@/lib/domain/tills/pin-store";
import { removeTill } from "@/lib/domain/tills/remove-device";
import { removePin } from "@/lib/domain/tills/reset-pin";
import { withMerchant } from "@/lib/platform/db";
import { newToken } from "@/lib/platform/one-time-token";
import { insertPasswordReset } from "@/tests/fixtures/password-reset";
import { newMerchant } from "@/tests/support/merchants";
import { newMember } from "@/tests/support/team";

type Team = Awaited<ReturnType<typeof newTeam>>;
type Ending = Team & { sessionId: string; admin: pg.Pool };

/** A way in which a session ends, or loses the page that it has open. */
export type Revocation = {
  role: Role;
  /** Which sessions it is about. "on a till": begun there with all that it takes. */
  begun: "either" | "by PIN" | "by password" | "on a till";
  end: (ending: Ending) => Promise<unknown>;
  /** The open page below the business's address, when it is not the history. */
  page?: string;
  /** The statuses that refuse it, when it does not lead to the sign-in page or the lock screen. */
  refusedWith?: number[];
};

const gone = { refusedWith: [404] };
const notForRole = { refusedWith: [403] };

export const revocations: Record<string, Revocation> = {
  "signed out, the cookie copied before": {
    ...{ role: "cashier", begun: "either" },
    end: ({ person, sessionId }) => revokeSession(person.id, sessionId),
  },
  "signed out everywhere else": {
    ...{ role: "cashier", begun: "either" },
    end: ({ changing }) => endOtherSessions(changing),
  },
  "password changed on another device": {
    ...{ role: "cashier", begun: "either" },
    end: async ({ changing }) => succeeded(await changePassword(changing, "an entirely new one, 42 letters")),
  },
  "password reset": {
    ...{ role: "cashier", begun: "either" },
    end: async ({ person, admin }) => {
      const { token, tokenHash } = newToken();
      const client = await admin.connect();
      await insertPasswordReset(client, { user_id: person.id, token_hash: tokenHash }).finally(() =>
        client.release(),
      );
      const password = "an entirely new one, 42 letters";
      succeeded(await resetPassword({ token, password, ip: null, hasSecondFactor: async () => false }));
    },
  },
  "password reset by the operator": {
    ...{ role: "cashier", begun: "either" },
    end: ({ person }) => resetByOperator(person.email),
  },
  "person disabled": {
    ...{ role: "cashier", begun: "either" },
    end: ({ person, admin }) =>
      update(admin, "UPDATE users SET disabled_at = now() WHERE id = $1", person.id),
  },
  "removed from the team": {
    ...{ role: "cashier", begun: "by password", ...gone },
    end: async ({ owner, person }) => succeeded(await removeMember({ ...owner, userId: person.id })),
  },
  "removed from the team, on a till": {
    ...{ role: "cashier", begun: "by PIN" },
    end: async ({ owner, person }) => succeeded(await removeMember({ ...owner, userId: person.id })),
  },
  "left the team": {
    ...{ role: "cashier", begun: "by password", ...gone },
    end: async ({ acting }) => succeeded(await leaveTeam(acting)),
  },
  "role lowered": {
    ...{ role: "admin", begun: "by password", page: "settings/team", ...notForRole },
    end: async ({ owner, person }) =>
      succeeded(await changeRole({ ...owner, userId: person.id, role: "cashier" })),
  },
  "role lowered to one without a till": {
    ...{ role: "cashier", begun: "by PIN", page: "links/new", refusedWith: [307, 403] },
    end: async ({ owner, person }) =>
      succeeded(await changeRole({ ...owner, userId: person.id, role: "viewer" })),
  },
  "ownership transferred, then lowered": {
    ...{ role: "owner", begun: "by password", page: "settings/api-keys", ...notForRole },
    end: async ({ owner, acting, person }) => {
      succeeded(await transferOwnership({ ...acting, userId: owner.actor.userId }));
      succeeded(await changeRole({ ...owner, userId: person.id, role: "viewer" }));
    },
  },
  "business disabled": {
    ...{ role: "cashier", begun: "either", refusedWith: [307, 404] },
    end: ({ owner }) => disableMerchant(owner),
  },
  "business deleted": {
    ...{ role: "cashier", begun: "either", refusedWith: [307, 404] },
    end: ({ owner }) => deleteMerchant(owner),
  },
  "till removed, begun by PIN": {
    ...{ role: "cashier", begun: "by PIN" },
    end: ({ owner, till }) => removeTill({ ...owner, deviceId: till.deviceId }),
  },
  "till removed, begun by password": {
    ...{ role: "cashier", begun: "on a till" },
    end: ({ owner, till }) => removeTill({ ...owner, deviceId: till.deviceId }),
  },
  "PIN changed": {
    ...{ role: "cashier", begun: "by PIN" },
    end: ({ acting }) => choosePin({ ...acting, pin: "5093" }),
  },
  "PIN reset by the owner": {
    ...{ role: "cashier", begun: "by PIN" },
    end: ({ owner, person }) => removePin({ ...owner, userId: person.id }),
  },
  "till left alone": {
    ...{ role: "cashier", begun: "by PIN" },
    end: ({ sessionId, admin }) => age(admin, "last_seen_at = now() - interval '5 minutes'", sessionId),
  },
  "not used for a week": {
    ...{ role: "cashier", begun: "by password" },
    end: ({ sessionId, admin }) => age(admin, "last_seen_at = now() - interval '7 days'", sessionId),
  },
  "at its absolute limit": {
    ...{ role: "cashier", begun: "either" },
    end: ({ sessionId, admin }) => age(admin, "expires_at = now()", sessionId),
  },
};

/** A business with its owner, a member of this role with a PIN, and a till. */
export async function newTeam(role: Role) {
  const merchant = await newMerchant();
  const { merchantId } = merchant;
  const person = await newMember(merchant, role === "owner" ? "admin" : role);
  if (role === "owner") succeeded(await changeRole({ ...merchant, userId: person.id, role }));
  const { token } = await enrollDevice({ ...merchant, name: "Counter" });
  const till = await findTill(token);
  if (!till) throw new Error("no till");
  const acting = { merchantId, actor: { userId: person.id, ip: null } };
  await choosePin({ ...acting, pin: "4071" });
  const pinId = await readPinId(merchantId, person.id);
  const named = { ...person, name: "Eva Mora", locale: null };
  const changing = { person: named, sessionId: crypto.randomUUID(), ip: null };
  return { merchant, owner: merchant, person, acting, changing, token, till, pinId };
}

async function readPinId(merchantId: MerchantId, userId: string): Promise<string> {
  const pin = await withMerchant(merchantId, (tx) => findPin(tx, userId));

  return pin?.id ?? crypto.randomUUID();
}

function succeeded(outcome: { ok: boolean }): void {
  if (!outcome.ok) throw new Error(`not ended: ${JSON.stringify(outcome)}`);
}

function age(admin: pg.Pool, change: string, sessionId: string): Promise<void> {
  return update(admin, `UPDATE sessions SET ${change} WHERE id = $1`, sessionId);
}

async function update(admin: pg.Pool, sql: string, id: string): Promise<void> {
  const { rowCount } = await admin.query(sql, [id]);
  if (rowCount !== 1) throw new Error(`not changed: ${sql}`);
}
