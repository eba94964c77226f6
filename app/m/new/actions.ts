"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { personAction } from "@/lib/auth/action";
import { newMerchantId } from "@/lib/auth/require-member";
import { schemaErrors } from "@/lib/auth/schema-errors";
import { newMerchantSchema } from "@/lib/merchants/schema";
import { createMerchant as create } from "@/lib/merchants/service";
import { regionDefaults } from "@/lib/region-defaults";
import { languageOf, preferredRegions } from "@/lib/ui/i18n/locale";

export const createMerchant = personAction(
  { fields: ["name", "defaultCurrency", "timeZone"] },
  async ({ person, ip, locale }, form) => {
    const regions = preferredRegions((await headers()).get("accept-language"));
    const guess = regionDefaults({ regions, language: languageOf(locale), timeZone: form.timeZone });
    const parsed = newMerchantSchema(guess).safeParse(form);
    if (!parsed.success) return { errors: schemaErrors(parsed.error) };
    const slug = await create({
      merchantId: newMerchantId(),
      actor: { userId: person.id, ip },
      merchant: { ...parsed.data, customerLanguages: guess.customerLanguages },
    });
    redirect(`/m/${slug}/settings/api-keys`);
  },
);
