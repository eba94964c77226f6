import { z } from "zod";
import { isCurrency } from "@/lib/currencies";

export type MerchantIssue =
  | "business_name_missing"
  | "business_name_too_long"
  | "slug_malformed"
  | "color_malformed"
  | "currency_not_offered"
  | "time_zone_unknown";

const issue = (code: MerchantIssue) => ({ error: code });

export const newMerchantSchema = z.object({
  name: z.string().trim().min(1, issue("business_name_missing")).max(80, issue("business_name_too_long")),
});

/** A form's checkbox: sent as "on", or not at all. */
const checkbox = z.string().transform((value) => value === "on");

export const settingsSchema = z.object({
  ...newMerchantSchema.shape,
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(?=.{3,40}$)[a-z0-9]+(-[a-z0-9]+)*$/, issue("slug_malformed")),
  color: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, issue("color_malformed")),
  defaultCurrency: z.string().refine(isCurrency, issue("currency_not_offered")),
  timeZone: z.string().refine(isTimeZone, issue("time_zone_unknown")),
  references: checkbox,
  cashiersOwnLinks: checkbox,
});

export type MerchantSettings = z.output<typeof settingsSchema>;

export function isTimeZone(text: string): boolean {
  try {
    return text !== "" && Boolean(new Intl.DateTimeFormat("en", { timeZone: text }));
  } catch {
    return false;
  }
}

export type NewMerchant = z.output<typeof newMerchantSchema>;
