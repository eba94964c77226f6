"use server";

import { redirect } from "next/navigation";
import { personAction } from "@/lib/auth/action";
import { newMerchantId } from "@/lib/auth/require-member";
import { schemaErrors } from "@/lib/auth/schema-errors";
import { regionDefaults } from "@/lib/merchants/region-defaults";
import { newMerchantSchema } from "@/lib/merchants/schema";
import { createMerchant as create } from "@/lib/merchants/service";

export const createMerchant = personAction(
  { fields: ["name", "timeZone"] },
  async ({ person, ip, locale }, { name, timeZone }) => {
    const parsed = newMerchantSchema.safeParse({ name });
    if (!parsed.success) return { errors: schemaErrors(parsed.error) };
    const slug = await create({
      merchantId: newMerchantId(),
      actor: { userId: person.id, ip },
      merchant: { ...parsed.data, ...regionDefaults(locale, timeZone) },
    });
    redirect(`/m/${slug}/settings/api-keys`);
  },
);
