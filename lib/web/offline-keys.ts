import { createHmac } from "node:crypto";
import { requireSetting } from "@/lib/platform/env";

/**
 * Opaque names for the data in this browser: one that ends with the session, and one that the person's next session has
 * too. Nobody can tell from them who it is.
 */
export function offlineKeys({ id, person }: { id: string; person: { id: string } }): {
  owner: string;
  person: string;
} {
  return { owner: toName(`session ${id}`), person: toName(`person ${person.id}`) };
}

function toName(text: string): string {
  return createHmac("sha256", requireSetting("NEXTAUTH_SECRET"))
    .update(`cobro offline ${text}`)
    .digest("base64url")
    .slice(0, 22);
}
