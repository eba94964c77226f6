import type { Mode } from "@/lib/core/mode";
import { fail, ok, type Result } from "@/lib/core/result";
import { Secret } from "@/lib/core/secret";

export type ApiKeyIssue = "key_missing" | "key_publishable" | "key_malformed" | "key_replaced";

/** Why there is no key to call upstream with: none is connected, or it cannot be decrypted. */
export type NoKey = { code: "no_key" | "key_unreadable" };

/** The person's page showed a different key, or none. */
export type KeyChanged = { code: "changed_since" };

/** What pages may show of a connected key. The key itself is never shown. */
export type ApiKeySummary = {
  id: string;
  mode: Mode;
  last4: string;
  connectedAt: Date;
  connectedBy: string;
  /** Since when upstream has refused it. */
  failingSince: Date | null;
};

/** Reads a pasted secret key. Its prefix tells whether it is for test or live links. */
export function parseApiKey(
  text: string,
): Result<{ key: Secret; mode: "test" | "live" }, { code: ApiKeyIssue }> {
  const trimmed = text.trim();
  if (trimmed === "") return fail({ code: "key_missing" });
  if (/^pk_/i.test(trimmed)) return fail({ code: "key_publishable" });
  const [, mode] = /^sk_(test|live)_[\w-]{8,200}$/.exec(trimmed) ?? [];
  if (mode !== "test" && mode !== "live") return fail({ code: "key_malformed" });
  return ok({ key: new Secret(trimmed), mode });
}
