import type { Mode } from "@/lib/core/mode";
import { activeKey } from "@/lib/domain/api-keys/decrypt-key";
import { creationSettings } from "@/lib/domain/merchants/read-creation-settings";
import { submittedLink } from "@/lib/domain/payment-links/create/begin-store";
import { readRow } from "@/lib/platform/statement";

/** What the decision to create a link needs of its merchant. */
export type Beforehand = ReturnType<ReturnType<typeof lookUpBeforehand>["read"]>;

/**
 * The link of an intent that was submitted before, the settings, and the key of a mode. They are asked for together with
 * what chooses the merchant.
 */
export function lookUpBeforehand(mode: Mode, intentId: string) {
  const link = submittedLink(intentId);
  const settings = creationSettings();
  const key = activeKey(mode);
  return {
    statements: [link.sql, settings.sql, key.sql],
    read: ([ofLink, ofSettings, ofKey]: unknown[][]) => {
      const found = readRow(settings, ofSettings);
      if (!found) throw new Error("the merchant is gone");
      return { earlier: readRow(link, ofLink), settings: found, encrypted: readRow(key, ofKey) };
    },
  };
}
