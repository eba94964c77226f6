import type { PhoneIssue } from "@/lib/core/phone";

export const phoneErrors = {
  phone_missing: "Type the customer's number.",
  phone_not_a_number: "This is not a telephone number. Use digits only.",
  phone_too_short: "This number is too short. Check that no digit is missing.",
  phone_too_long: "This number is too long. Check that there is only one number.",
  phone_no_country: "Write it with its country code, as in +506 8888 7777.",
  phone_unknown: "There is no such number in that country. Check the digits.",
} as const satisfies Record<PhoneIssue, string>;
