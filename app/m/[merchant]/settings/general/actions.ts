"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { merchantPaths, paths } from "@/lib/core/paths";
import { changeLogo, removeLogo } from "@/lib/domain/merchants/change-logo";
import { changeSettings } from "@/lib/domain/merchants/change-settings";
import { deleteMerchant, disableMerchant } from "@/lib/domain/merchants/close-merchant";
import { settingsForm, toSettings } from "@/lib/domain/merchants/schema";
import { memberAction } from "@/lib/web/action";
import { noFields, text } from "@/lib/web/form-schema";
import { mayUploadPicture } from "@/lib/web/limits";

export const saveSettings = memberAction(
  "settings:manage",
  { schema: settingsForm, tooLong: { name: "business_name_too_long", slug: "slug_malformed" } },
  async ({ merchantId, actor }, form) => {
    const changed = await changeSettings({ merchantId, actor, settings: toSettings(form) });
    if (!changed.ok) return { errors: { slug: changed.code } };
    redirect(merchantPaths(form.slug).generalSaved);
  },
);

export const saveLogo = memberAction(
  "settings:manage",
  { schema: z.object({ logo: text }), file: "logo" },
  async ({ merchantId, actor, paths: own, file }) => {
    if (!(await mayUploadPicture(merchantId))) return { errors: { logo: "too_many_pictures" } };
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
    const changed = await changeLogo({ merchantId, actor, file: bytes });
    if (!changed.ok) return { errors: { logo: changed.code } };
    redirect(own.generalSaved);
  },
);

export const deleteLogo = memberAction(
  "settings:manage",
  { schema: noFields },
  async ({ merchantId, actor, paths: own }) => {
    await removeLogo({ merchantId, actor });
    redirect(own.generalSaved);
  },
);

/** Turning off and deleting, once the merchant's slug was typed. An owner finds it among their businesses after. */
export const closeMerchant = memberAction(
  "merchant:close",
  { schema: z.object({ confirmation: text, how: text }) },
  async ({ merchantId, merchant, actor }, { confirmation, how }) => {
    if (confirmation.trim() !== merchant.slug) return { errors: { confirmation: "confirmation_wrong" } };
    const request = { merchantId, actor };
    await (how === "delete" ? deleteMerchant(request) : disableMerchant(request));
    redirect(paths.merchants);
  },
);
