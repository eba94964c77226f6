import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { applyLocalSecrets } from "@/bin/launch/secrets";
import { parseEnv } from "@/lib/platform/env";
import { keyProviderFromSetting } from "@/lib/platform/secret-box/key-provider";

let dataDir: string;

beforeEach(async () => {
  dataDir = path.join(await mkdtemp(path.join(tmpdir(), "cobro-secrets-")), "data");
  vi.stubEnv("NEXTAUTH_SECRET", "");
  vi.stubEnv("ENCRYPTION_KEYS", "");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(path.dirname(dataDir), { recursive: true });
});

const current = () => [process.env.NEXTAUTH_SECRET, process.env.ENCRYPTION_KEYS];

it("makes secrets that the settings accept, for their owner's eyes only", async () => {
  expect(await applyLocalSecrets(dataDir)).toBe(true);
  expect(parseEnv(process.env).NEXTAUTH_SECRET).toHaveLength(43);
  expect(keyProviderFromSetting(process.env.ENCRYPTION_KEYS ?? "")).toBeDefined();
  expect((await stat(path.join(dataDir, "secrets.env"))).mode & 0o777).toBe(0o600);
});

it("keeps them", async () => {
  await applyLocalSecrets(dataDir);
  const made = current();
  vi.stubEnv("NEXTAUTH_SECRET", "");
  vi.stubEnv("ENCRYPTION_KEYS", "");
  expect(await applyLocalSecrets(dataDir)).toBe(false);
  expect(current()).toEqual(made);
});

it("lets what is given stand", async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "given");
  await applyLocalSecrets(dataDir);
  expect(process.env.NEXTAUTH_SECRET).toBe("given");
});

it("makes them once when two begin at once, and leaves nothing else behind", async () => {
  const made = await Promise.all([applyLocalSecrets(dataDir), applyLocalSecrets(dataDir)]);
  expect(made.filter(Boolean)).toHaveLength(1);
  expect(await readdir(dataDir)).toEqual(["secrets.env"]);
  expect(await readFile(path.join(dataDir, "secrets.env"), "utf8")).toContain(
    `"${process.env.ENCRYPTION_KEYS}"`,
  );
});
