"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
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
  {
    needsProof: true,
    schema: z.object({ apiKey: text, keys: text }),
    secret: ["apiKey"],
    tooLong: { apiKey: "key_malformed" },
  },
  async ({ merchantId, actor, paths }, { apiKey, keys }) => {
    const connected = await connectApiKey({ merchantId, actor, text: apiKey, drawn: keys.split(" ") });
    if (!connected.ok) {
      return { errors: { apiKey: connected.code }, isChanged: connected.code === "key_replaced" };
    }
    // If another merchant has connected the same key, the person is told before they go on.
    if ((await listSharedKeys(merchantId)).size > 0) redirect(paths.apiKeys);
    redirect(paths.newLink);
  },
);

export const startSandbox = memberAction(
  "api-keys:manage",
  { needsProof: true, schema: noFields },
  async ({ merchantId, actor, paths }) => {
    const started = await connectSandbox({ merchantId, actor });
    if (!started.ok) return { errors: { form: started.code } };
    redirect(paths.newLink);
  },
);

/** A mode, and the id of the key that the page showed for it. */
const keyForm = z.object({ mode: z.enum(modes), keyId: text });

export const makeModeCurrent = memberAction(
  "api-keys:manage",
  { needsProof: true, schema: keyForm },
  async ({ merchantId, actor, paths }, { mode, keyId }) => {
    const chosen = await chooseMode({ merchantId, actor, mode, drawn: keyId });
    if (!chosen.ok) return { errors: { form: chosen.code }, isChanged: true };
    redirect(paths.apiKeys);
  },
);

export const disconnectMode = memberAction(
  "api-keys:manage",
  { needsProof: true, schema: keyForm },
  async ({ merchantId, actor, paths }, { mode, keyId }) => {
    const disconnected = await disconnectKey({ merchantId, actor, mode, drawn: keyId });
    if (!disconnected.ok) return { errors: { form: disconnected.code }, isChanged: true };
    redirect(paths.apiKeys);
  },
);
