import * as z from "zod";
import { type CustomerLanguage, isCustomerLanguage } from "@/lib/core/customer-language";
import { nameSchema } from "@/lib/core/line-of-text";
import { readUsualExpiry } from "@/lib/core/link-expiry";
import { isCurrency } from "@/lib/money/currencies";
import { isTimeZone } from "@/lib/money/region";

export type MerchantIssue =
  | "business_name_missing"
  | "business_name_too_long"
  | "business_name_unprintable"
  | "business_name_has_address"
  | "slug_malformed"
  | "color_malformed"
  | "currency_not_offered"
  | "time_zone_unknown"
  | "customer_language_missing";

const issue = (code: MerchantIssue) => ({ error: code });

const name = nameSchema(80, {
  missing: "business_name_missing",
  too_long: "business_name_too_long",
  unprintable: "business_name_unprintable",
  has_address: "business_name_has_address",
} satisfies Record<string, MerchantIssue>);
const defaultCurrency = z.string().refine(isCurrency, issue("currency_not_offered"));
const timeZone = z.string().refine(isTimeZone, issue("time_zone_unknown"));

/**
 * The form for a new merchant. Missing fields get the guessed values. A time zone that is no place is replaced by the
 * country's; if no country is known, the person is asked.
 */
export function newMerchantSchema(guess: Pick<MerchantPlace, "defaultCurrency" | "timeZone">) {
  const guessed = guess.timeZone === "UTC" ? "" : guess.timeZone;
  return z.object({
    name,
    defaultCurrency: z
      .string()
      .transform((text) => text || guess.defaultCurrency)
      .pipe(defaultCurrency),
    timeZone: z
      .string()
      .transform((text) => (isTimeZone(text) ? text : guessed))
      .pipe(timeZone),
  });
}

/** A form's checkbox: sent as "on", or not sent. */
const checkbox = z.string().transform((value) => value === "on");

/** One place in the list of customer languages; it may be empty. */
const language = z.string().transform((text) => (isCustomerLanguage(text) ? text : null));

export const settingsForm = z.object({
  name,
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(?=.{3,40}$)[a-z0-9]+(-[a-z0-9]+)*$/, issue("slug_malformed")),
  color: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, issue("color_malformed")),
  defaultCurrency,
  timeZone,
  references: checkbox,
  cashiersOwnLinks: checkbox,
  shortAddresses: checkbox,
  tellsMarked: checkbox,
  linkExpiry: z.string().transform(readUsualExpiry),
  language1: language.refine((chosen) => chosen !== null, issue("customer_language_missing")),
  language2: language,
  language3: language,
});

export const settingsSchema = settingsForm.transform(toSettings);

export type MerchantSettings = z.output<typeof settingsSchema>;

/** Turns the form's values into settings. The languages are chosen one by one, and duplicates are dropped. */
export function toSettings({ language1, language2, language3, ...settings }: z.output<typeof settingsForm>) {
  const chosen = new Set([language1, language2, language3]);
  return { ...settings, customerLanguages: [...chosen].filter((language) => language !== null) };
}

/** Settings as they are stored: their currency may no longer be offered. */
export type StoredSettings = Omit<MerchantSettings, "defaultCurrency"> & { defaultCurrency: string };

/** Settings as the form's fields hold them. */
export function toSettingsForm(settings: StoredSettings) {
  const { customerLanguages, references, cashiersOwnLinks, shortAddresses, tellsMarked, ...texts } = settings;
  return {
    ...texts,
    references: references ? "on" : "",
    cashiersOwnLinks: cashiersOwnLinks ? "on" : "",
    shortAddresses: shortAddresses ? "on" : "",
    tellsMarked: tellsMarked ? "on" : "",
    language1: customerLanguages[0] ?? "",
    language2: customerLanguages[1] ?? "",
    language3: customerLanguages[2] ?? "",
  };
}

export type NewMerchant = { name: string };

/** What a new merchant's country says about it. */
export type MerchantPlace = {
  defaultCurrency: string;
  timeZone: string;
  /** At least one; the first is the language of most customers. */
  customerLanguages: CustomerLanguage[];
};

/** A stored logo: a PNG, its size in pixels, and a version that changes with the picture. */
export type Logo = { png: Uint8Array<ArrayBuffer>; width: number; height: number; version: string };

/** Limits that an operator set for one merchant; null where the settings' limits apply. */
export type OwnLimits = { linksPerHour: number | null; people: number | null };

export type LimitIssue = "limit_wrong";

const largestLimit = 100_000;

/** A limit as an operator types it: a whole number, or nothing for the limit of the settings. */
const typedLimit = z
  .string()
  .trim()
  .refine((typed) => /^(?:\d{1,6})?$/.test(typed) && typed !== "0" && Number(typed) <= largestLimit, {
    error: "limit_wrong" satisfies LimitIssue,
  })
  .transform((typed) => (typed === "" ? null : Number(typed)));

export const ownLimitsFields = { linksPerHour: typedLimit, people: typedLimit };
