import { settingsForCreation } from "@/lib/domain/merchants/creation-settings-store";
import type { NewLinkSettings } from "@/lib/domain/merchants/find-merchant";
import type { Statement } from "@/lib/platform/statement";

/**
 * What a merchant's settings say about a link that is about to be created.
 * @property name null once the merchant is disabled.
 * @property linksPerHour what an operator set for this merchant; otherwise what the portal's settings say.
 */
export type CreationSettings = NewLinkSettings & { name: string | null; linksPerHour: number };

/** Those of the chosen merchant. They are asked for together with other things. */
export function creationSettings(): Statement<CreationSettings> {
  return settingsForCreation();
}
