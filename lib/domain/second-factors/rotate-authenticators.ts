import { listUnderOldKeys, replaceEncrypted } from "@/lib/domain/second-factors/authenticator-store";
import { secretContext } from "@/lib/domain/second-factors/change-authenticator";
import { keyProvider } from "@/lib/platform/secret-box/key-provider";
import { rewrapSecret } from "@/lib/platform/secret-box/secret-box";

const batch = 200;

/**
 * Puts the secrets of people's apps under the active master key, one by one. May be stopped and run again.
 * `unreadable`: the people whose secret none of the given master keys can decrypt.
 */
export async function rotateAuthenticators(): Promise<{ rewrapped: number; unreadable: string[] }> {
  const { activeKeyId } = keyProvider();
  const unreadable: string[] = [];
  let [rewrapped, after] = [0, "00000000-0000-0000-0000-000000000000"];
  for (;;) {
    const rows = await listUnderOldKeys(activeKeyId, after, batch);
    for (const { userId, encrypted } of rows) {
      const rewrap = await rewrapSecret(encrypted, secretContext(userId));
      if (!rewrap.ok) unreadable.push(userId);
      else if (await replaceEncrypted(userId, encrypted, rewrap.value)) rewrapped += 1;
    }
    const last = rows.at(-1);
    if (!last || rows.length < batch) return { rewrapped, unreadable };
    after = last.userId;
  }
}
