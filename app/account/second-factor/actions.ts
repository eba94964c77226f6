"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import * as z from "zod";
import { paths } from "@/lib/core/paths";
import { emailFactorChange } from "@/lib/domain/accounts/email-factor-change";
import { noteSecondFactor } from "@/lib/domain/accounts/prove-again";
import {
  beginAuthenticator,
  confirmAuthenticator,
  removeAuthenticator,
} from "@/lib/domain/second-factors/change-authenticator";
import { createPasskey } from "@/lib/domain/second-factors/create-passkey";
import { declinePasskeys, removePasskey } from "@/lib/domain/second-factors/list-passkeys";
import { renewRecoveryCodes } from "@/lib/domain/second-factors/renew-codes";
import { codeSchema, passkeyName } from "@/lib/domain/second-factors/schema";
import { deviceName } from "@/lib/ui/device-name";
import { personAction } from "@/lib/web/action";
import { safeNextPath } from "@/lib/web/address";
import { readChallenge } from "@/lib/web/challenge-cookie";
import { noFields, text } from "@/lib/web/form-schema";

/** Recovery codes, which are shown only in the answer that made them. */
export type CodesExtra = { codes: string[] };

const toNext = z.object({ next: text });
const longest = { next: 8_000 };

/** Stores the passkey that the device has created. The person comes back to where they were offered it. */
export const addPasskey = personAction(
  {
    needsProof: true,
    schema: toNext.extend({ credential: text, name: passkeyName }),
    longest: { ...longest, credential: 16_000 },
    tooLong: { name: "passkey_name_too_long" },
  },
  async ({ person, sessionId, ip }, { credential, name, next }) => {
    const challenge = await readChallenge({ purpose: "create", personId: person.id });
    if (!challenge) return { errors: { form: "passkey_failed" } };
    const device = deviceName((await headers()).get("user-agent")) ?? "Passkey";
    const request = { userId: person.id, ip, challenge, credential, name: name || device };
    const added = await createPasskey(request);
    if (!added.ok) return { errors: { form: added.code } };
    await noteSecondFactor(sessionId);
    await emailFactorChange(person.id, "changed");
    return goOn(next);
  },
);

export const deletePasskey = personAction(
  { needsProof: true, schema: z.object({ id: text }) },
  async ({ person, ip }, { id }) => {
    if (await removePasskey(person.id, id, ip)) await emailFactorChange(person.id, "changed");
    return { errors: {}, isDone: true };
  },
);

/** The person is never offered a passkey again. */
export const declinePasskey = personAction({ schema: toNext, longest }, async ({ person }, { next }) => {
  await declinePasskeys(person.id);
  return goOn(next);
});

/** Makes a new secret for an app, and shows it until its first code was typed. */
export const beginApp = personAction(
  { needsProof: true, schema: toNext, longest },
  async ({ person }, { next }) => {
    if (!(await beginAuthenticator(person.id))) return { errors: { form: "set_up_gone" }, isChanged: true };
    const after = safeNextPath(next);
    redirect(after ? paths.secondFactorThen(after) : paths.secondFactor);
  },
);

export const confirmApp = personAction<z.ZodObject<{ code: typeof codeSchema }>, CodesExtra>(
  {
    needsProof: true,
    schema: z.object({ code: codeSchema }),
    secret: ["code"],
    tooLong: { code: "code_wrong" },
  },
  async ({ person, sessionId, ip }, { code }) => {
    const confirmed = await confirmAuthenticator(person.id, code, ip);
    if (!confirmed.ok && confirmed.code === "set_up_gone") {
      return { errors: { form: confirmed.code }, isChanged: true };
    }
    if (!confirmed.ok) return { errors: { code: confirmed.code } };
    await noteSecondFactor(sessionId);
    await emailFactorChange(person.id, "changed");
    return { errors: {}, extra: confirmed.value, isDone: true };
  },
);

export const removeApp = personAction({ needsProof: true, schema: noFields }, async ({ person, ip }) => {
  if (await removeAuthenticator(person.id, ip)) await emailFactorChange(person.id, "changed");
  redirect(paths.secondFactor);
});

export const renewCodes = personAction<typeof noFields, CodesExtra>(
  { needsProof: true, schema: noFields },
  async ({ person, ip }) => {
    const renewed = await renewRecoveryCodes(person.id, ip);
    if (!renewed.ok) return { errors: { form: renewed.code } };
    await emailFactorChange(person.id, "changed");
    return { errors: {}, extra: renewed.value, isDone: true };
  },
);

/** Where the person was going, or the same page, drawn anew. */
function goOn(next: string): { errors: object; isDone: true } {
  const after = safeNextPath(next);
  if (after) redirect(after);
  return { errors: {}, isDone: true };
}
