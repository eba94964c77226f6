"use server";

import { redirect } from "next/navigation";
import { chooseMode, connectApiKey, connectSandbox } from "@/lib/api-keys/service";
import { memberAction } from "@/lib/auth/action";
import { modes } from "@/lib/mode";

export const connectKey = memberAction(
  "api-keys:manage",
  { fields: ["apiKey"], secret: ["apiKey"] },
  async ({ merchantId, merchant, person, ip }, { apiKey }) => {
    const connected = await connectApiKey({ merchantId, actor: { userId: person.id, ip }, text: apiKey });
    if (!connected.ok) return { errors: { apiKey: connected.code } };
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

/** A plain button's form has no state to show; a mode whose key has just gone leaves the page as it is. */
export async function makeModeCurrent(formData: FormData): Promise<void> {
  await switchMode({ values: {}, errors: {} }, formData);
}
