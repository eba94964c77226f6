"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import * as z from "zod";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { createMerchant as create } from "@/lib/domain/merchants/create-merchant";
import { newMerchantSchema } from "@/lib/domain/merchants/schema";
import { getLanguage, preferredRegions } from "@/lib/i18n/language/locale";
import { schemaErrors } from "@/lib/i18n/schema-errors";
import { regionDefaults } from "@/lib/money/region-defaults";
import { personAction } from "@/lib/web/action";
import { text } from "@/lib/web/form-schema";
import { mayCreateMerchant } from "@/lib/web/limits";
import { newMerchantId } from "@/lib/web/require-member";

export const createMerchant = personAction(
  {
    schema: z.object({ name: text, defaultCurrency: text, timeZone: text }),
    tooLong: { name: "business_name_too_long" },
  },
  async ({ actor, locale }, form) => {
    const regions = preferredRegions((await headers()).get("accept-language"));
    const guess = regionDefaults({ regions, language: getLanguage(locale), timeZone: form.timeZone });
    const parsed = newMerchantSchema(guess).safeParse(form);
    if (!parsed.success) return { errors: schemaErrors(parsed.error) };
    if (!(await mayCreateMerchant(actor))) return { errors: { form: "too_many_businesses" } };
    const slug = await create({
      merchantId: newMerchantId(),
      actor,
      merchant: { ...parsed.data, customerLanguages: guess.customerLanguages },
    });
    redirect(merchantPaths(slug).apiKeys);
  },
);
