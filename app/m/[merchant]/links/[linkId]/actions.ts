"use server";

import { notFound, redirect } from "next/navigation";
import * as z from "zod";
import { findLinkAt } from "@/app/m/[merchant]/links/[linkId]/_card/load-link";
import { customerLanguages } from "@/lib/core/customer-language";
import { parsePhone } from "@/lib/core/phone";
import { smsAddress, whatsappAddress } from "@/lib/core/share-addresses";
import { may } from "@/lib/domain/members/permissions";
import { keepPhone } from "@/lib/domain/payment-links/notes/change-phone";
import { isShareable } from "@/lib/domain/payment-links/schema";
import { customerMessage } from "@/lib/i18n/customer-message";
import { getTranslations } from "@/lib/i18n/translations";
import { getRegion } from "@/lib/money/region";
import { memberAction } from "@/lib/web/action";
import { getCustomerLanguage, rememberCustomerLanguage } from "@/lib/web/customer-language";
import { rowId, text } from "@/lib/web/form-schema";

/** Chooses another of the merchant's languages for customers, in this browser. */
export const chooseCustomerLanguage = memberAction(
  "links:share",
  { schema: z.object({ linkId: rowId, language: z.enum(customerLanguages) }) },
  async ({ merchant, paths }, { linkId, language }) => {
    await rememberCustomerLanguage(merchant, language);
    redirect(paths.shareLink(linkId));
  },
);

/** The program to open once the number is understood. */
export type NumberFormExtra = { href: string; label: string; by: "whatsapp" | "sms" };

/**
 * Reads a customer's number where no scripts run. It is in the answer, and is stored with the link only when the person
 * asks for it.
 */
export const readNumber = memberAction(
  "links:share",
  { schema: z.object({ linkId: rowId, number: text, by: text, keep: text }) },
  async ({ view, merchant, role, actor }, { linkId, number, by, keep }) => {
    const link = await findLinkAt({ view, merchant }, linkId);
    if (!link || !isShareable(link)) notFound();
    const phone = parsePhone(number, getRegion({ ...merchant, currency: merchant.defaultCurrency }));
    if (!phone.ok) return { errors: { number: phone.code } };
    const isKept = keep === "on" && may(role, "links:note");
    if (isKept) {
      const kept = await keepPhone({ view, actor, id: linkId, phone: phone.value });
      if (!kept.ok) return { errors: { form: kept.code } };
    }
    const language = await getCustomerLanguage(merchant);
    const { whole } = customerMessage(link, link.address, { merchant, language });
    const t = await getTranslations("share");
    const names = { number: phone.value.shown };
    const extra: NumberFormExtra =
      by === "sms"
        ? { by, label: t("openSms", names), href: smsAddress(whole, phone.value) }
        : { by: "whatsapp", label: t("openWhatsapp", names), href: whatsappAddress(whole, phone.value) };
    // The page then has the number.
    return { errors: {}, extra, ...(isKept && { isChanged: true }) };
  },
);
