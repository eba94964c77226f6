import type { Mode } from "@/lib/core/mode";
import { fail, ok, type Result } from "@/lib/core/result";
import { Secret } from "@/lib/core/secret";

export type ApiKeyIssue = "key_missing" | "key_publishable" | "key_malformed";

/** Why there is no key to call upstream with: none is connected, or it cannot be decrypted. */
export type NoKey = { code: "no_key" | "key_unreadable" };

/** What the screens may know of a connected key. The key itself is written once and never shown. */
export type ApiKeySummary = {
  id: string;
  mode: Mode;
  last4: string;
  connectedAt: Date;
  connectedBy: string;
  /** Upstream has refused it since then. */
  failingSince: Date | null;
};

/** Reads a pasted secret key. Its own prefix tells whether it makes test or live links. */
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
