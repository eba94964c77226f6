import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseEnv } from "node:util";

/**
 * Sets the secrets from `<dataDir>/secrets.env` in this process, and so in its children. They are created on the first
 * run. Values from the environment take precedence.
 * @returns whether they were created just now.
 */
export async function applyLocalSecrets(dataDir: string): Promise<boolean> {
  const file = path.join(dataDir, "secrets.env");
  const made = await makeOnce(file);
  for (const [name, value] of Object.entries(parseEnv(await readFile(file, "utf8")))) {
    if (!process.env[name]) process.env[name] = value;
  }
  return made;
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
    "# Made on the first run. Keep a copy in a safe place: without ENCRYPTION_KEYS no stored API key can be opened again.",
    `NEXTAUTH_SECRET="${randomBytes(32).toString("base64url")}"`,
    `ENCRYPTION_KEYS="k1:${randomBytes(32).toString("base64")}"`,
    "",
  ].join("\n");
}
