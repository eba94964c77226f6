"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { modes } from "@/lib/core/mode";
import { chooseMode } from "@/lib/domain/api-keys/choose-mode";
import { connectApiKey } from "@/lib/domain/api-keys/connect-api-key";
import { connectSandbox } from "@/lib/domain/api-keys/connect-sandbox";
import { disconnectKey } from "@/lib/domain/api-keys/disconnect-key";
import { listSharedKeys } from "@/lib/domain/api-keys/list-shared-keys";
import { memberAction } from "@/lib/web/action";
import { noFields, text } from "@/lib/web/form-schema";

export const connectKey = memberAction(
  "api-keys:manage",
  { schema: z.object({ apiKey: text }), secret: ["apiKey"], tooLong: { apiKey: "key_malformed" } },
  async ({ merchantId, actor, paths }, { apiKey }) => {
    const connected = await connectApiKey({ merchantId, actor, text: apiKey });
    if (!connected.ok) return { errors: { apiKey: connected.code } };
    // If another merchant has connected the same key, the person is told before they go on.
    if ((await listSharedKeys(merchantId)).size > 0) redirect(paths.apiKeys);
    redirect(paths.newLink);
  },
);

export const startSandbox = memberAction(
  "api-keys:manage",
  { schema: noFields },
  async ({ merchantId, actor, paths }) => {
    const started = await connectSandbox({ merchantId, actor });
    if (!started.ok) return { errors: { form: started.code } };
    redirect(paths.newLink);
  },
);

const switchMode = memberAction(
  "api-keys:manage",
  { schema: z.object({ mode: z.enum(modes) }) },
  async ({ merchantId, actor, paths }, { mode }) => {
    if (!(await chooseMode({ merchantId, actor, mode }))) {
      return { errors: { form: "no_key" } };
    }
    redirect(paths.apiKeys);
  },
);

const disconnect = memberAction(
  "api-keys:manage",
  { schema: z.object({ mode: z.enum(modes) }) },
  async ({ merchantId, actor, paths }, { mode }) => {
    if (!(await disconnectKey({ merchantId, actor, mode }))) {
      return { errors: { form: "no_key" } };
    }
    redirect(paths.apiKeys);
  },
);

/** If the key is gone already, the page stays as it is. */
export async function disconnectMode(formData: FormData): Promise<void> {
  await disconnect({ values: {}, errors: {} }, formData);
}

/** A plain button's form has no place for an error. If the mode's key has just gone, the page stays as it is. */
export async function makeModeCurrent(formData: FormData): Promise<void> {
  await switchMode({ values: {}, errors: {} }, formData);
}
