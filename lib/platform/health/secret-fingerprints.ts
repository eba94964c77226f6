import { createHmac, type KeyObject } from "node:crypto";
import * as z from "zod";
import { db, readTogether } from "@/lib/platform/db";
import { requireSetting } from "@/lib/platform/env";
import { auditKeys } from "@/lib/platform/secret-box/audit-keys";
import { parseKeys } from "@/lib/platform/secret-box/key-list";
import { readRows } from "@/lib/platform/statement";

/** A setting that holds secrets which stored rows depend on. */
export type SecretSetting = "NEXTAUTH_SECRET" | "ENCRYPTION_KEYS" | "AUDIT_KEYS";

type Fingerprint = {
  setting: SecretSetting;
  /** Whether it is the only one or the first of its setting. Only these are noted, so that others can be left out again. */
  isActive: boolean;
  /** The setting; in one that holds several keys, with the key's id: `ENCRYPTION_KEYS:k1`. */
  name: string;
  value: Uint8Array<ArrayBuffer>;
};

/** How long processes that have not been started anew may still use a secret that was replaced. */
const retiredMs = 3_600_000;

/**
 * Compares this process's secrets with those that the database was used with, and notes those that are new in it.
 * Nothing is noted while any differs.
 * @returns the names that are missing here or are other ones, such as `NEXTAUTH_SECRET` or `ENCRYPTION_KEYS:k1`.
 */
export async function differingSecrets(): Promise<string[]> {
  const present = listFingerprints();
  const stored = await readStored();
  const isKnown = ({ name, value }: Fingerprint) =>
    stored.some((one) => one.name === name && isSame(one.fingerprint, value));
  const names = [...new Set(stored.map(({ name }) => name))];
  const differing = names.filter((name) => !present.some((one) => one.name === name && isKnown(one)));
  if (differing.length > 0) return differing;
  await note(present.filter((one) => one.isActive && !isKnown(one)));
  return [];
}

const row = z.object({ name: z.string(), fingerprint: z.instanceof(Uint8Array) });

/** Every start asks this. It is not asked through Prisma, whose compiler of queries takes a while to load. */
async function readStored(): Promise<z.output<typeof row>[]> {
  const sql = {
    text: "SELECT name, fingerprint FROM secret_fingerprints WHERE retired_at IS NULL OR retired_at > $1::timestamptz",
    values: [new Date(Date.now() - retiredMs)],
  };
  const [rows] = await readTogether(sql);
  return readRows({ sql, row }, rows);
}

/** One line for an operator. */
export function describeDifference(names: string[]): string {
  const settings = names.map((name) => {
    const [setting = "", key] = name.split(":");
    return key === undefined ? setting : `${setting} (its key ${key})`;
  });
  return (
    `${settings.join(", ")}: not the secret that this database was used with; ` +
    "give the old one back, or see npm run admin -- rotate-keys"
  );
}

/** Says that the secrets of a setting are now those of this process. The old ones are accepted for another hour. */
export async function replaceFingerprints(setting: SecretSetting): Promise<void> {
  const present = listFingerprints().filter((one) => one.setting === setting && one.isActive);
  await db().secretFingerprint.updateMany({
    where: {
      OR: [{ name: setting }, { name: { startsWith: `${setting}:` } }],
      retiredAt: null,
      NOT: present.map(({ name, value }) => ({ name, fingerprint: value })),
    },
    data: { retiredAt: new Date() },
  });
  await note(present);
}

/** Says that a setting's other keys than the one with this id are not needed any more. */
export async function forgetOtherKeys(setting: SecretSetting, id: string): Promise<void> {
  await db().secretFingerprint.deleteMany({
    where: { name: { startsWith: `${setting}:`, not: `${setting}:${id}` } },
  });
}

async function note(fingerprints: Fingerprint[]): Promise<void> {
  if (fingerprints.length === 0) return;
  const data = fingerprints.map(({ name, value }) => ({ name, fingerprint: value }));
  await db().secretFingerprint.createMany({ data, skipDuplicates: true });
}

function listFingerprints(): Fingerprint[] {
  const master = parseKeys("ENCRYPTION_KEYS", requireSetting("ENCRYPTION_KEYS"));
  const audit = new Map(auditKeys().map(({ id, key }) => [id, key]));
  return [
    {
      setting: "NEXTAUTH_SECRET",
      isActive: true,
      name: "NEXTAUTH_SECRET",
      value: fingerprint(requireSetting("NEXTAUTH_SECRET")),
    },
    ...fingerprints("ENCRYPTION_KEYS", master),
    ...fingerprints("AUDIT_KEYS", audit),
  ];
}

function fingerprints(setting: SecretSetting, keys: Map<string, KeyObject>): Fingerprint[] {
  return [...keys].map(([id, key], place) => ({
    setting,
    isActive: place === 0,
    name: `${setting}:${id}`,
    value: fingerprint(key),
  }));
}

function fingerprint(key: string | KeyObject): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", key).update("cobro fingerprint 1").digest());
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
