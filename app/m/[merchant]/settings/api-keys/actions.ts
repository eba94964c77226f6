"use server";

import { redirect } from "next/navigation";
import { modes } from "@/lib/core/mode";
import { chooseMode } from "@/lib/domain/api-keys/choose-mode";
import { connectApiKey } from "@/lib/domain/api-keys/connect-api-key";
import { connectSandbox } from "@/lib/domain/api-keys/connect-sandbox";
import { disconnectKey } from "@/lib/domain/api-keys/disconnect-key";
import { listSharedKeys } from "@/lib/domain/api-keys/list-shared-keys";
import { memberAction } from "@/lib/web/action";

export const connectKey = memberAction(
  "api-keys:manage",
  { fields: ["apiKey"], secret: ["apiKey"], tooLong: { apiKey: "key_malformed" } },
  async ({ merchantId, merchant, person, ip }, { apiKey }) => {
    const connected = await connectApiKey({ merchantId, actor: { userId: person.id, ip }, text: apiKey });
    if (!connected.ok) return { errors: { apiKey: connected.code } };
    // Where the same key serves another business too, the person is told before they go on.
    if ((await listSharedKeys(merchantId)).size > 0) redirect(`/m/${merchant.slug}/settings/api-keys`);
    redirect(`/m/${merchant.slug}/links/new`);
  },
);

export const startSandbox = memberAction(
  "api-keys:manage",
  { fields: [] },
  async ({ merchantId, merchant, person, ip }) => {
    const started = await connectSandbox({ merchantId, actor: { userId: person.id, ip } });
    if (!started.ok) return { errors: { form: started.code } };
    redirect(`/m/${merchant.slug}/links/new`);
  },
);

const switchMode = memberAction(
  "api-keys:manage",
  { fields: ["mode"] },
  async ({ merchantId, merchant, person, ip }, form) => {
    const mode = modes.find((known) => known === form.mode);
    if (!mode || !(await chooseMode({ merchantId, actor: { userId: person.id, ip }, mode }))) {
      return { errors: { form: "no_key" } };
    }
    redirect(`/m/${merchant.slug}/settings/api-keys`);
  },
);

const disconnect = memberAction(
  "api-keys:manage",
  { fields: ["mode"] },
  async ({ merchantId, merchant, person, ip }, form) => {
    const mode = modes.find((known) => known === form.mode);
    if (!mode || !(await disconnectKey({ merchantId, actor: { userId: person.id, ip }, mode }))) {
      return { errors: { form: "no_key" } };
    }
    redirect(`/m/${merchant.slug}/settings/api-keys`);
  },
);

/** A key that is gone already leaves the page as it is. */
export async function disconnectMode(formData: FormData): Promise<void> {
  await disconnect({ values: {}, errors: {} }, formData);
}

/** A plain button's form has no state to show; a mode whose key has just gone leaves the page as it is. */
export async function makeModeCurrent(formData: FormData): Promise<void> {
  await switchMode({ values: {}, errors: {} }, formData);
}
