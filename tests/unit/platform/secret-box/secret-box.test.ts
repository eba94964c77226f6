import { createHash, randomBytes } from "node:crypto";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Secret } from "@/lib/core/secret";
import { SettingError } from "@/lib/platform/env";
import { keyAad, payloadAad } from "@/lib/platform/secret-box/envelope";
import {
  type KeyProvider,
  keyProvider,
  keyProviderFromSetting,
} from "@/lib/platform/secret-box/key-provider";
import {
  decryptSecret,
  encryptSecret,
  fingerprintSecret,
  getMasterKeyId,
  rewrapSecret,
} from "@/lib/platform/secret-box/secret-box";
import { seededRandom } from "@/tests/support/seeded-random";

const base64Key = (seed: string) => createHash("sha256").update(seed).digest("base64");
const setting = (...ids: string[]) => ids.map((id) => `${id}:${base64Key(id)}`).join(",");
const keys = keyProviderFromSetting(setting("k2", "k1"));
const here = { merchantId: "11111111-aaaa", recordId: "22222222-bbbb", field: "api_key" };
const text = "sk_test_3f9aB7c2D4e6F8g0";

// Settings are parsed once, so they are set before anything reads them.
beforeAll(() => {
  vi.stubEnv("ENCRYPTION_KEYS", setting("from-env"));
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of the installation, long enough");
});
afterAll(() => vi.unstubAllEnvs());

describe("a sealed secret", () => {
  it.each(["", "x", text, "🔑 clé", "k".repeat(10_000)])("opens as what it was: %j", async (plain) => {
    const { encrypted, masterKeyId } = await encryptSecret(new Secret(plain), here, keys);
    expect(masterKeyId).toBe("k2");
    expect(getMasterKeyId(encrypted)).toBe("k2");
    expect(await reveal(encrypted)).toBe(plain);
  });

  it("shows neither the secret nor that two are the same", async () => {
    const first = await encryptSecret(new Secret(text), here, keys);
    const second = await encryptSecret(new Secret(text), here, keys);
    expect(Buffer.from(first.encrypted).includes(text)).toBe(false);
    expect(Buffer.from(first.encrypted).equals(second.encrypted)).toBe(false);
    const shared = longestSharedRun(first.encrypted, second.encrypted);
    expect(shared).toBeLessThanOrEqual(4 + "k2".length + 3);
  });

  it("takes its keys from the settings when none are given", async () => {
    const { encrypted, masterKeyId } = await encryptSecret(new Secret(text), here);
    expect(masterKeyId).toBe("from-env");
    expect(await decryptSecret(encrypted, here)).toMatchObject({ ok: true });
    expect(await decryptSecret(encrypted, here, keys)).toEqual({ ok: false, code: "unknown_master_key" });
    expect(keyProvider()).toBe(keyProvider());
  });
});

describe("tampering", () => {
  const random = seededRandom(42);
  const pick = (below: number) => Math.floor(random() * below);

  it("is refused at every bit of every byte", async () => {
    const { encrypted } = await encryptSecret(new Secret(text), here, keys);
    for (let bit = 0; bit < encrypted.length * 8; bit++) {
      await expectRefused(flipped(encrypted, bit), `bit ${bit}`);
    }
  });

  it("is refused at every length but its own", async () => {
    const { encrypted } = await encryptSecret(new Secret(text), here, keys);
    for (let length = 0; length < encrypted.length; length++) {
      await expectRefused(encrypted.slice(0, length), `cut to ${length}`);
      await expectRefused(encrypted.slice(length + 1), `without the first ${length + 1}`);
    }
    for (let more = 1; more <= 64; more++) {
      await expectRefused(Buffer.concat([encrypted, randomBytes(more)]), `with ${more} more`);
      await expectRefused(Buffer.concat([encrypted, Buffer.alloc(more)]), `with ${more} zeros more`);
    }
  });

  it("is refused in 2,000 random forms", async () => {
    const one = (await encryptSecret(new Secret(text), here, keys)).encrypted;
    const other = (await encryptSecret(new Secret(text), here, keys)).encrypted;
    for (let n = 0; n < 2_000; n++) {
      const forged = Buffer.from(one);
      const at = pick(forged.length);
      const length = 1 + pick(forged.length - at);
      const form = n % 4;
      if (form === 0) forged[at] = (one[at] ?? 0) ^ (1 + pick(255));
      if (form === 1) Buffer.from(other).copy(forged, at, at, at + length);
      if (form === 2) randomBytes(length).copy(forged, at);
      if (form === 3) forged.copyWithin(at, pick(forged.length), pick(forged.length));
      if (forged.equals(one) || forged.equals(other)) continue;
      await expectRefused(forged, `form ${form}, try ${n}, at ${at}`);
    }
  });

  it.each([
    { ...here, merchantId: "33333333-cccc" },
    { ...here, recordId: "33333333-cccc" },
    { ...here, field: "webhook_secret" },
    { ...here, merchantId: here.recordId, recordId: here.merchantId },
    { ...here, merchantId: `${here.merchantId}2`, recordId: here.recordId.slice(1) },
    { ...here, recordId: `${here.recordId}${here.field}`, field: "" },
    { merchantId: "", recordId: "", field: "" },
  ])("is refused in another place: %j", async (elsewhere) => {
    const { encrypted } = await encryptSecret(new Secret(text), here, keys);
    expect(await decryptSecret(encrypted, elsewhere, keys)).toEqual({ ok: false, code: "unreadable" });
    expect(await rewrapSecret(encrypted, elsewhere, keys)).toEqual({ ok: false, code: "unreadable" });
  });

  it("is refused with the parts of two boxes of one place put together", async () => {
    const spy = recording(keys);
    const one = await encryptSecret(new Secret("one"), here, spy.provider);
    const two = await encryptSecret(new Secret("two"), here, spy.provider);
    const [keyOne] = spy.wrappedKeys;
    if (keyOne === undefined) throw new Error("nothing was wrapped");
    const header = 4 + "k2".length + keyOne.length;
    const mixed = Buffer.concat([one.encrypted.slice(0, header), two.encrypted.slice(header)]);
    await expectRefused(mixed, "key of one, payload of two");
  });

  it("is refused when the master key is renamed to another that exists, or to the same key's other name", async () => {
    const twoNames = keyProviderFromSetting(`aa:${base64Key("x")},bb:${base64Key("x")}`);
    const { encrypted } = await encryptSecret(new Secret(text), here, twoNames);
    const renamed = Buffer.from(encrypted);
    renamed.write("bb", 4, "ascii");
    expect(getMasterKeyId(renamed)).toBe("bb");
    expect(await decryptSecret(renamed, here, twoNames)).toEqual({ ok: false, code: "unreadable" });
  });

  it("is refused for a box of a later version", async () => {
    const { encrypted } = await encryptSecret(new Secret(text), here, keys);
    for (let version = 0; version < 256; version++) {
      if (version === 1) continue;
      const later = Buffer.from(encrypted);
      later[0] = version;
      expect(getMasterKeyId(later)).toBeNull();
      await expectRefused(later, `version ${version}`);
    }
  });

  it("binds texts by their lengths, and the key apart from the payload", () => {
    const split = (merchantId: string, recordId: string, field: string) =>
      Buffer.from(payloadAad({ merchantId, recordId, field })).toString("hex");
    const all = [split("ab", "c", "d"), split("a", "bc", "d"), split("a", "b", "cd"), split("", "abc", "d")];
    expect(new Set(all).size).toBe(all.length);
    expect(Buffer.from(keyAad(here, "")).equals(payloadAad(here))).toBe(false);
  });
});

describe("rotation", () => {
  const before = keyProviderFromSetting(setting("k1"));
  const during = keyProviderFromSetting(setting("k2", "k1"));
  const after = keyProviderFromSetting(setting("k2"));

  it("moves a secret to the new master key without touching its payload", async () => {
    const old = await encryptSecret(new Secret(text), here, before);
    const rewrapped = await rewrapSecret(old.encrypted, here, during);
    if (!rewrapped.ok) throw new Error(rewrapped.code);
    expect(rewrapped.value.masterKeyId).toBe("k2");
    const payload = (encrypted: Uint8Array) => Buffer.from(encrypted).subarray(-(28 + text.length));
    expect(payload(rewrapped.value.encrypted).equals(payload(old.encrypted))).toBe(true);
    expect(await reveal(rewrapped.value.encrypted, after)).toBe(text);
    expect(await decryptSecret(old.encrypted, here, after)).toEqual({
      ok: false,
      code: "unknown_master_key",
    });
  });

  it("can be stopped at any row: both kinds open meanwhile, and again is harmless", async () => {
    const old = await encryptSecret(new Secret(text), here, before);
    expect(await reveal(old.encrypted, during)).toBe(text);
    const once = await rewrapSecret(old.encrypted, here, during);
    if (!once.ok) throw new Error(once.code);
    const twice = await rewrapSecret(once.value.encrypted, here, during);
    if (!twice.ok) throw new Error(twice.code);
    expect(await reveal(twice.value.encrypted, after)).toBe(text);
  });

  it("refuses to carry over what does not open", async () => {
    const { encrypted } = await encryptSecret(new Secret(text), here, before);
    expect(await rewrapSecret(flipped(encrypted, 12 * 8), here, during)).toEqual({
      ok: false,
      code: "unreadable",
    });
    expect(await rewrapSecret(encrypted, here, after)).toEqual({ ok: false, code: "unknown_master_key" });
  });
});

describe("data keys", () => {
  it("are used once, and zeroed when done", async () => {
    const spy = recording(keys);
    const { encrypted } = await encryptSecret(new Secret(text), here, spy.provider);
    await encryptSecret(new Secret(text), here, spy.provider);
    await decryptSecret(encrypted, here, spy.provider);
    await rewrapSecret(encrypted, here, spy.provider);
    await decryptSecret(flipped(encrypted, encrypted.length * 8 - 1), here, spy.provider);
    expect(spy.seen.length).toBe(6);
    expect(new Set(spy.copies.slice(0, 2)).size).toBe(2);
    expect(spy.copies.every((copy) => /[^0]/.test(copy))).toBe(true);
    expect(spy.seen.every((dataKey) => dataKey.every((byte) => byte === 0))).toBe(true);
  });
});

describe("ENCRYPTION_KEYS", () => {
  const good = base64Key("good");
  it.each([
    ["", "key 1 must be id:base64"],
    [good, "key 1 must be id:base64"],
    [`:${good}`, "key 1 must be id:base64"],
    [`K1:${good}`, "key 1 must be id:base64"],
    [`k_1:${good}`, "key 1 must be id:base64"],
    [`${"k".repeat(33)}:${good}`, "key 1 must be id:base64"],
    ["k1:", "key 1 must hold exactly 32 bytes"],
    [`k1:${randomBytes(31).toString("base64")}`, "key 1 must hold exactly 32 bytes"],
    [`k1:${randomBytes(33).toString("base64")}`, "key 1 must hold exactly 32 bytes"],
    [`k1:${randomBytes(32).toString("hex")}`, "key 1 must hold exactly 32 bytes"],
    [`k1:${good.replace("=", "")}`, "key 1 must be standard base64"],
    [`k1:${good} x`, "key 1 must be standard base64"],
    [`k1:${"-_".repeat(22)}`, "key 1 must be standard base64"],
    [`k1:${good},`, "key 2 must be id:base64"],
    [`k1:${good},k1:${base64Key("other")}`, "key 2 repeats an earlier id"],
  ])("refuses malformed value %# in one line that repeats none of it", (value, why) => {
    const error = getError(() => keyProviderFromSetting(value));
    expect(error).toBeInstanceOf(SettingError);
    expect(error.message).toContain(`ENCRYPTION_KEYS: ${why}`);
    expect(error.message).not.toMatch(/\n/);
    for (const part of value.split(/[:,]/).filter((part) => part.length > 8)) {
      expect(error.message).not.toContain(part);
    }
  });

  it("is read with spaces after commas, and the first one seals", () => {
    expect(keyProviderFromSetting(` b:${good}, a:${base64Key("a")} `).activeKeyId).toBe("b");
  });

  it("does not show its keys when it is logged", () => {
    const shown = inspect(keyProviderFromSetting(`k1:${good}`), { depth: 9, showHidden: true });
    expect(shown).not.toContain(good);
    expect(shown).not.toContain(Buffer.from(good, "base64").toString("hex").slice(0, 8));
  });
});

describe("fingerprintSecret", () => {
  it("tells secrets apart under a key of its own, whatever the master keys are", () => {
    const print = (secret: string) => Buffer.from(fingerprintSecret(new Secret(secret))).toString("hex");
    expect(print(text)).toMatch(/^[0-9a-f]{64}$/);
    expect(print(text)).toBe(print(text));
    expect(print(text)).not.toBe(print(`${text}x`));
    expect(print(text)).not.toBe(createHash("sha256").update(text).digest("hex"));
  });
});

async function reveal(encrypted: Uint8Array, provider = keys): Promise<string> {
  const opened = await decryptSecret(encrypted, here, provider);
  if (!opened.ok) throw new Error(opened.code);
  return opened.value.reveal();
}

async function expectRefused(encrypted: Uint8Array, what: string): Promise<void> {
  const opened = await decryptSecret(encrypted, here, keys);
  expect(opened, what).toMatchObject({
    ok: false,
    code: expect.stringMatching(/^(unreadable|unknown_master_key)$/),
  });
  const rewrapped = await rewrapSecret(encrypted, here, keys);
  if (rewrapped.ok) {
    // A rewrap does not read the payload: a damaged one stays damaged.
    expect(await decryptSecret(rewrapped.value.encrypted, here, keys), what).toMatchObject({ ok: false });
  }
}

function flipped(encrypted: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(encrypted);
  const at = bit >> 3;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

function longestSharedRun(one: Uint8Array, two: Uint8Array): number {
  let longest = 0;
  let run = 0;
  for (const [at, byte] of one.entries()) {
    run = byte === two[at] ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** The same provider, recording the data keys that it is given. */
function recording(inner: KeyProvider) {
  const seen: Uint8Array[] = [];
  const copies: string[] = [];
  const wrappedKeys: Uint8Array[] = [];
  const note = (dataKey: Uint8Array) => {
    seen.push(dataKey);
    copies.push(Buffer.from(dataKey).toString("hex"));
  };
  const provider: KeyProvider = {
    activeKeyId: inner.activeKeyId,
    wrap: async (dataKey, aad) => {
      note(dataKey);
      const wrapped = await inner.wrap(dataKey, aad);
      wrappedKeys.push(wrapped);
      return wrapped;
    },
    unwrap: async (keyId, wrapped, aad) => {
      const dataKey = await inner.unwrap(keyId, wrapped, aad);
      if (dataKey.ok) note(dataKey.value);
      return dataKey;
    },
  };
  return { provider, seen, copies, wrappedKeys };
}

function getError(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
}
