import { randomBytes } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import pg from "pg";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { findMembership } from "@/lib/domain/members/find-membership";
import { changeLogo, removeLogo } from "@/lib/domain/merchants/change-logo";
import { findMerchantLogo } from "@/lib/domain/merchants/find-logo";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

let merchant: TestMerchant;

beforeEach(async () => {
  merchant = await newMerchant();
});

type Bytes = Uint8Array<ArrayBuffer>;

function picture(width: number, height: number, alpha = 0.5) {
  return sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 60, alpha } } });
}

async function bytes(image: Sharp): Promise<Bytes> {
  return new Uint8Array(await image.toBuffer());
}

function upload(file: Bytes) {
  return changeLogo({ ...merchant, file });
}

async function events(): Promise<string[]> {
  const { rows } = await admin.query(
    "SELECT action FROM audit_events WHERE merchant_id = $1 AND action LIKE '%logo%' ORDER BY id",
    [merchant.merchantId],
  );
  return rows.map(({ action }) => action);
}

async function versionOnPages(): Promise<string | null | undefined> {
  return (await findMembership(merchant.actor.userId, merchant.slug))?.merchant.logoVersion;
}

describe("a logo", () => {
  it("of each kind is kept as a PNG with transparency that fits 512 by 512", async () => {
    const kinds = [
      [await bytes(picture(1200, 300).png()), 512, 128],
      [await bytes(picture(300, 1200).webp()), 128, 512],
      [await bytes(picture(40, 20).jpeg()), 40, 20],
    ] as const;
    for (const [file, width, height] of kinds) {
      expect(await upload(file)).toEqual({ ok: true, value: undefined });
      const logo = await findMerchantLogo(merchant.merchantId);
      expect(logo).toMatchObject({ width, height, version: await versionOnPages() });
      const found = await sharp(logo?.png).metadata();
      expect(found).toMatchObject({ format: "png", width, height, channels: 4, hasAlpha: true });
    }
    expect(await events()).toEqual(Array(3).fill("merchant.logo_changed"));
  });

  it("is upright, and says nothing of where it was taken", async () => {
    const exif = { IFD0: { Artist: "Ana at home" }, IFD3: { GPSLatitude: "9/1 56/1 0/1" } };
    const photo = picture(200, 100, 1).jpeg().withMetadata({ orientation: 6 }).withExifMerge(exif);
    const file = await bytes(photo);
    expect(Buffer.from(file).includes("Ana at home")).toBe(true);
    expect(await upload(file)).toMatchObject({ ok: true });
    const logo = await findMerchantLogo(merchant.merchantId);
    expect(logo).toMatchObject({ width: 100, height: 200 });
    const { exif: kept, icc, xmp, orientation } = await sharp(logo?.png).metadata();
    expect({ kept, icc, xmp, orientation }).toEqual({});
    expect(Buffer.from(logo?.png ?? []).includes("Ana")).toBe(false);
  });

  it("is not replaced or removed by a page that showed another one, or none", async () => {
    const [first, second] = [await bytes(picture(50, 50).png()), await bytes(picture(60, 60).png())];
    const changed = { ok: false, code: "changed_since" };
    expect(await changeLogo({ ...merchant, file: first, drawn: "" })).toMatchObject({ ok: true });
    const drawn = (await versionOnPages()) ?? "";
    expect(await changeLogo({ ...merchant, file: second, drawn: "" })).toEqual(changed);
    // Submitting the same file again does not change the logo.
    expect(await changeLogo({ ...merchant, file: first, drawn: "" })).toMatchObject({ ok: true });
    expect(await changeLogo({ ...merchant, file: second, drawn })).toMatchObject({ ok: true });
    expect(await removeLogo({ ...merchant, drawn })).toEqual(changed);
    expect((await findMerchantLogo(merchant.merchantId))?.width).toBe(60);
  });

  it("that is uploaded again is no event, and one that is removed is gone", async () => {
    const file = await bytes(picture(50, 50).png());
    await Promise.all([upload(file), upload(file)]);
    expect(await events()).toEqual(["merchant.logo_changed"]);
    await removeLogo(merchant);
    await removeLogo(merchant);
    expect(await events()).toEqual(["merchant.logo_changed", "merchant.logo_removed"]);
    expect(await findMerchantLogo(merchant.merchantId)).toBeNull();
    expect(await versionOnPages()).toBeNull();
  });
});

describe("what is refused", () => {
  const refused = (code: string) => ({ ok: false, code });

  it("is what is no picture of the three kinds, whatever it says it is", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>`;
    const gif = await bytes(picture(8, 8).gif());
    const png = await bytes(picture(64, 64).png());
    const files: [Bytes, string][] = [
      [new Uint8Array(), "logo_missing"],
      [new Uint8Array(Buffer.from(svg)), "logo_wrong_type"],
      [gif, "logo_wrong_type"],
      [new Uint8Array(Buffer.from("%PDF-1.7")), "logo_wrong_type"],
      [new Uint8Array(2 * 1024 * 1024 + 1), "logo_too_heavy"],
      // Truncated pictures, and pictures with an error in them.
      [png.slice(0, png.length / 2), "logo_unreadable"],
      [new Uint8Array(Buffer.concat([png.slice(0, 8), randomBytes(500)])), "logo_unreadable"],
      [new Uint8Array(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1])), "logo_unreadable"],
      [new Uint8Array(Buffer.from("RIFF\x10\x00\x00\x00WEBPVP8 ")), "logo_unreadable"],
    ];
    for (const [file, code] of files) expect(await upload(file)).toEqual(refused(code));
    expect(await findMerchantLogo(merchant.merchantId)).toBeNull();
    expect(await events()).toEqual([]);
  });

  it("is a small file that stands for a huge picture, before any of it is unpacked", async () => {
    const flat = { background: "red", channels: 3, width: 6_000, height: 6_000 } as const;
    const huge = () => sharp({ create: flat, limitInputPixels: false });
    const files = [bombPng(40_000), await bytes(huge().jpeg()), await bytes(huge().webp())];
    for (const file of files) {
      expect(file.byteLength).toBeLessThan(400_000);
      expect(await upload(file)).toEqual(refused("logo_too_many_pixels"));
    }
  });
});

/** A black PNG, `side` pixels square: 1.6 GB of pixels in a file of 200 kB. */
function bombPng(side: number): Bytes {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  const chunk = (type: string, data: Buffer) => {
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const chunks = [chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([signature, ...chunks]));
}
