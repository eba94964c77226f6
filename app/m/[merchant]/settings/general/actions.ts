"use server";

import { redirect } from "next/navigation";
import { changeLogo, removeLogo } from "@/lib/domain/merchants/change-logo";
import { changeSettings } from "@/lib/domain/merchants/change-settings";
import { deleteMerchant, disableMerchant } from "@/lib/domain/merchants/close-merchant";
import { settingsFields, settingsSchema } from "@/lib/domain/merchants/schema";
import { schemaErrors } from "@/lib/i18n/schema-errors";
import { memberAction } from "@/lib/web/action";
import { mayUploadPicture } from "@/lib/web/limits";

export const saveSettings = memberAction(
  "settings:manage",
  { fields: settingsFields, tooLong: { name: "business_name_too_long", slug: "slug_malformed" } },
  async ({ merchantId, person, ip }, form) => {
    const parsed = settingsSchema.safeParse(form);
    if (!parsed.success) return { errors: schemaErrors(parsed.error) };
    const actor = { userId: person.id, ip };
    const changed = await changeSettings({ merchantId, actor, settings: parsed.data });
    if (!changed.ok) return { errors: { slug: changed.code } };
    redirect(`/m/${parsed.data.slug}/settings/general?saved=1`);
  },
);

export const saveLogo = memberAction(
  "settings:manage",
  { fields: ["logo"], file: "logo" },
  async ({ merchantId, merchant, person, ip, file }) => {
    if (!(await mayUploadPicture(merchantId))) return { errors: { logo: "too_many_pictures" } };
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
    const actor = { userId: person.id, ip };
    const changed = await changeLogo({ merchantId, actor, file: bytes });
    if (!changed.ok) return { errors: { logo: changed.code } };
    redirect(`/m/${merchant.slug}/settings/general?saved=1`);
  },
);

export const deleteLogo = memberAction(
  "settings:manage",
  { fields: [] },
  async ({ merchantId, merchant, person, ip }) => {
    await removeLogo({ merchantId, actor: { userId: person.id, ip } });
    redirect(`/m/${merchant.slug}/settings/general?saved=1`);
  },
);

/** Turning off and deleting, once the merchant's slug was typed. An owner finds it on `/m` after. */
export const closeMerchant = memberAction(
  "merchant:close",
  { fields: ["confirmation", "how"] },
  async ({ merchantId, merchant, person, ip }, { confirmation, how }) => {
    if (confirmation.trim() !== merchant.slug) return { errors: { confirmation: "confirmation_wrong" } };
    const request = { merchantId, actor: { userId: person.id, ip } };
    await (how === "delete" ? deleteMerchant(request) : disableMerchant(request));
    redirect("/m");
  },
);
