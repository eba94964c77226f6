import { z } from "zod";

export type MerchantIssue = "business_name_missing" | "business_name_too_long";

const issue = (code: MerchantIssue) => ({ error: code });

export const newMerchantSchema = z.object({
  name: z.string().trim().min(1, issue("business_name_missing")).max(80, issue("business_name_too_long")),
});

export type NewMerchant = z.output<typeof newMerchantSchema>;
