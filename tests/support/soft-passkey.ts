import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { PasskeyPlace } from "@/lib/domain/second-factors/schema";

export type Answer = {
  /** The origin that the browser was at, when it was another. */
  origin?: string;
  /** Whether the person confirmed with a finger, a face or a PIN. */
  isVerified?: boolean;
  /** What the device has counted, instead of one more than before. */
  counter?: number;
};

/** A passkey on a device without a browser: it answers challenges as an authenticator does, or in a wrong way. */
export class SoftPasskey {
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  readonly #id = randomBytes(32);
  #counter = 0;
  #handle: string | undefined;

  constructor(readonly place: PasskeyPlace) {}

  get id(): string {
    return this.#id.toString("base64url");
  }

  /** The browser's answer to the options for a new passkey, as JSON. */
  create({ challenge, user }: { challenge: string; user: { id: string } }, answer: Answer = {}): string {
    this.#handle = user.id;
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    const point = (text: string) => Buffer.from(text, "base64url");
    const publicKey = Buffer.concat([hex("a5010203262001215820"), point(x), hex("225820"), point(y)]);
    const idLength = Buffer.from([0, this.#id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), idLength, this.#id, publicKey]);
    const authData = Buffer.concat([this.#authData(0x40, answer), attested]);
    const length = Buffer.from([authData.length >> 8, authData.length & 0xff]);
    const attestationObject = Buffer.concat([
      ...[hex("a363"), Buffer.from("fmt"), hex("64"), Buffer.from("none"), hex("67"), Buffer.from("attStmt")],
      ...[hex("a068"), Buffer.from("authData"), hex("59"), length, authData],
    ]);
    const clientDataJSON = this.#clientData("webauthn.create", challenge, answer);
    return this.#json({
      clientDataJSON: clientDataJSON.toString("base64url"),
      attestationObject: attestationObject.toString("base64url"),
      transports: ["internal"],
    });
  }

  /** The browser's answer to a challenge, as JSON. */
  use({ challenge }: { challenge: string }, answer: Answer = {}): string {
    this.#counter += 1;
    const authData = this.#authData(0, answer);
    const clientDataJSON = this.#clientData("webauthn.get", challenge, answer);
    const signed = Buffer.concat([authData, createHash("sha256").update(clientDataJSON).digest()]);
    return this.#json({
      clientDataJSON: clientDataJSON.toString("base64url"),
      authenticatorData: authData.toString("base64url"),
      signature: sign("sha256", signed, this.#keys.privateKey).toString("base64url"),
      userHandle: this.#handle,
    });
  }

  #authData(flags: number, { isVerified = true, counter = this.#counter }: Answer): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const present = 0x01;
    const verified = isVerified ? 0x04 : 0;
    const host = createHash("sha256").update(this.place.host).digest();
    return Buffer.concat([host, Buffer.from([flags | present | verified]), count]);
  }

  #clientData(type: string, challenge: string, { origin = this.place.origin }: Answer): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #json(response: object): string {
    return JSON.stringify({
      id: this.id,
      rawId: this.id,
      type: "public-key",
      clientExtensionResults: {},
      response,
    });
  }
}

function hex(text: string): Buffer {
  return Buffer.from(text, "hex");
}
