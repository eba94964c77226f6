import { randomBytes, randomUUID } from "node:crypto";
import { appendFile, link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseEnv } from "node:util";
import { derivedAuditKey, derivedKeyId } from "@/lib/platform/secret-box/audit-keys";

/**
 * Sets the secrets from `<dataDir>/secrets.env` in this process, and so in its children. They are created on the first
 * run. Values from the environment take precedence.
 * @returns whether they were created just now.
 */
export async function applyLocalSecrets(dataDir: string): Promise<boolean> {
  const file = path.join(dataDir, "secrets.env");
  const made = await makeOnce(file);
  await addAuditKey(file);
  for (const [name, value] of Object.entries(parseEnv(await readFile(file, "utf8")))) {
    if (!process.env[name]) process.env[name] = value;
  }
  return made;
}

/**
 * Older installations have no key of their own for the audit log: its key was derived from NEXTAUTH_SECRET. They keep that
 * key under a name, so that the log stays verifiable whatever becomes of NEXTAUTH_SECRET.
 */
async function addAuditKey(file: string): Promise<void> {
  const { NEXTAUTH_SECRET: secret, AUDIT_KEYS: keys } = parseEnv(await readFile(file, "utf8"));
  if (keys !== undefined || secret === undefined) return;
  // Two processes that do this at once write the same line.
  const key = derivedAuditKey(process.env.NEXTAUTH_SECRET || secret).toString("base64");
  await appendFile(file, `AUDIT_KEYS="${derivedKeyId}:${key}"\n`);
}

/**
 * Creates the file completely or not at all. If two processes try, the first succeeds: a key that has encrypted
 * something must not be replaced.
 */
async function makeOnce(file: string): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, newSecrets(), { mode: 0o600, flush: true });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft);
  }
}

function newSecrets(): string {
  return [
    "# Made on the first run. Keep a copy in a safe place: without ENCRYPTION_KEYS no stored API key can be opened again,",
    "# and without AUDIT_KEYS the audit log cannot be verified.",
    `NEXTAUTH_SECRET="${randomBytes(32).toString("base64url")}"`,
    `ENCRYPTION_KEYS="k1:${randomBytes(32).toString("base64")}"`,
    `AUDIT_KEYS="a1:${randomBytes(32).toString("base64")}"`,
    "",
  ].join("\n");
}
