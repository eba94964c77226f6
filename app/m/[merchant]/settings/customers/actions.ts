"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { addressWith } from "@/lib/core/address-with";
import { isolate } from "@/lib/core/isolate";
import { parsePhone } from "@/lib/core/phone";
import { findCustomer, removeCustomerEverywhere } from "@/lib/domain/payment-links/notes/remove-customer";
import { getTranslations } from "@/lib/i18n/translations";
import { getRegion } from "@/lib/money/region";
import { type MemberContext, memberAction } from "@/lib/web/action";
import { text } from "@/lib/web/form-schema";
import { describePlaces } from "./describe-places";

/** What was found, to be confirmed: the number, and a sentence that says in how many links it is. */
export type FoundCustomer = { phone: string; text: string };

const phoneForm = z.object({ phone: text });

/** Says in how many links and rows of tables a customer's number is. It is in no address, and nothing is changed yet. */
export const findLinksOfCustomer = memberAction<typeof phoneForm, FoundCustomer>(
  "customers:remove",
  { schema: phoneForm, tooLong: { phone: "phone_too_long" } },
  async (context, form) => {
    const phone = readPhone(context, form.phone);
    if (!phone.ok) return { errors: { phone: phone.code } };
    const found = await findCustomer(context.merchantId, phone.value);
    if (!found.ok) return { errors: { phone: found.code } };
    const t = await getTranslations("customers");
    const said = t("found", {
      places: await describePlaces(found.value),
      number: isolate(phone.value.shown),
    });
    return { errors: {}, extra: { phone: `+${phone.value.digits}`, text: said } };
  },
);

/** Removes it, after the person has seen in how many links it is. */
export const removeFromEveryLink = memberAction(
  "customers:remove",
  { schema: phoneForm },
  async (context, form) => {
    const phone = readPhone(context, form.phone);
    if (!phone.ok) return { errors: { form: phone.code } };
    const { merchantId, actor, paths } = context;
    const removed = await removeCustomerEverywhere({ merchantId, actor, phone: phone.value });
    if (!removed.ok) return { errors: { form: removed.code } };
    const { links, rows } = removed.value;
    redirect(addressWith(paths.customers, { removed: String(links), rows: String(rows) }));
  },
);

function readPhone(
  { merchant, locale }: Pick<MemberContext, "merchant"> & { locale: string },
  typed: string,
) {
  const country = getRegion({ ...merchant, currency: merchant.defaultCurrency });
  return parsePhone(typed, country ?? new Intl.Locale(locale).region ?? null);
}
