/**
 * What the API's documentation shows, so that its examples work as documented: the account of its key always exists and
 * holds the two links of its list, and its example POST answers the first of them again and adds no link.
 */
import type { NewLink, SandboxLink } from "@/lib/sandbox/link";

export const documentedAccount = {
  id: "documented",
  key: "sk_test_your_api_key_here",
  createdAt: "2025-01-01T00:00:00.000Z",
};

export const documentedBody: NewLink = {
  amount: 4999,
  currency: "USD",
  description: "One-time service fee",
};

export const documentedLink: SandboxLink = {
  ...documentedBody,
  id: "plink_3m4n5o6p7q8r",
  accountId: documentedAccount.id,
  active: true,
  createdAt: "2025-01-01T00:00:02.000Z",
};

/** Oldest first. The documentation does not say what the second one is for; that is made up. */
export const documentedLinks: SandboxLink[] = [
  {
    id: "plink_9s8t7u6v5w4x",
    accountId: documentedAccount.id,
    amount: 12500,
    currency: "USD",
    description: "Design consultation",
    active: false,
    createdAt: "2025-01-01T00:00:01.000Z",
  },
  documentedLink,
];

/** The documented addresses are at the real host. All other links of the sandbox have a pay page in the sandbox. */
export const documentedUrlBase = "https://pay.4geeks.io";
