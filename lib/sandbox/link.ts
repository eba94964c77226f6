import { randomBytes, randomInt, randomUUID } from "node:crypto";
import * as z from "zod";

/** What a caller asks for: `amount` is in minor units, under the documentation's name. */
export type NewLink = {
  amount: number;
  currency: string;
  description: string;
  /** The name of the merchant, if the caller sends it; the documented request does not have it. */
  merchant?: string | undefined;
};

export const sandboxLink = z.object({
  id: z.string(),
  accountId: z.string(),
  amount: z.number(),
  currency: z.string(),
  description: z.string(),
  merchant: z.string().optional(),
  active: z.boolean(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
});
export type SandboxLink = z.output<typeof sandboxLink>;

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

export function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet.charAt(byte % alphabet.length)).join("");
}

/** `plink` is today's form; the others are forms the real API has had. */
export type IdStyle = "plink" | "uuid" | "numeric";

export const makeId: Record<IdStyle, () => string> = {
  plink: () => `plink_${randomText(12)}`,
  uuid: () => randomUUID(),
  numeric: () => String(randomInt(1_000_000, 2 ** 47)),
};
