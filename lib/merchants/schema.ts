import { z } from "zod";
import { isCurrency } from "@/lib/currencies";
import { type CustomerLanguage, isCustomerLanguage } from "@/lib/customer-language";

export type MerchantIssue =
  | "business_name_missing"
  | "business_name_too_long"
  | "slug_malformed"
  | "color_malformed"
  | "currency_not_offered"
  | "time_zone_unknown"
  | "customer_language_missing";

const issue = (code: MerchantIssue) => ({ error: code });

export const newMerchantSchema = z.object({
  name: z.string().trim().min(1, issue("business_name_missing")).max(80, issue("business_name_too_long")),
});

/** A form's checkbox: sent as "on", or not at all. */
const checkbox = z.string().transform((value) => value === "on");

/** One place in the order of the customers' languages, which may be left empty. */
const language = z.string().transform((text) => (isCustomerLanguage(text) ? text : null));

const settingsForm = z.object({
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
  language1: language.refine((chosen) => chosen !== null, issue("customer_language_missing")),
  language2: language,
  language3: language,
});

/** The names of the settings' fields. */
export const settingsFields = settingsForm.keyof().options;

export const settingsSchema = settingsForm.transform(({ language1, language2, language3, ...settings }) => ({
  ...settings,
  customerLanguages: [...new Set([language1, language2, language3])].filter((chosen) => chosen !== null),
}));

export type MerchantSettings = z.output<typeof settingsSchema>;

export function isTimeZone(text: string): boolean {
  try {
    return text !== "" && Boolean(new Intl.DateTimeFormat("en", { timeZone: text }));
  } catch {
    return false;
  }
}

export type NewMerchant = z.output<typeof newMerchantSchema>;

/** What a new merchant's place in the world says of it. */
export type MerchantPlace = {
  defaultCurrency: string;
  timeZone: string;
  /** At least one; the first is what most customers speak. */
  customerLanguages: CustomerLanguage[];
};

/** A logo as it is kept: a PNG, its size in pixels, and a text that changes with it. */
export type Logo = { png: Uint8Array<ArrayBuffer>; width: number; height: number; version: string };
