/**
 * What the API's documentation shows, so that its examples get the documented answers: its key always exists,
 * holds the two links of its list, and the example body makes the first of them again instead of a new one.
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

/** Oldest first. The documentation says nothing of what the second one asks for; this is made up. */
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

/** The documented addresses are at the real host; every other link of the sandbox has its own pay page's. */
export const documentedUrlBase = "https://pay.4geeks.io";
