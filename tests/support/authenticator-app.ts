import { Secret, TOTP } from "otpauth";
import { en } from "@/lib/i18n/messages/en/catalogue";
import type { HttpVisitor } from "@/tests/support/http-visitor";

const page = "/account/second-factor";

/** A person's app for codes. */
export class AuthenticatorApp {
  readonly #totp: TOTP;

  constructor(key: string) {
    this.#totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
  }

  /** The code that it shows now, or so many steps of 30 seconds later. */
  code(later = 0): string {
    return this.#totp.generate({ timestamp: Date.now() + later * 30_000 });
  }
}

/**
 * Sets up an app as a person without scripts does. Its first code is the one before now, so that the code of now is
 * unused.
 */
export async function setUpApp(
  http: HttpVisitor,
): Promise<{ app: AuthenticatorApp; recoveryCodes: string[] }> {
  await http.submit(page, en.secondFactor.begin, {});
  const app = new AuthenticatorApp(readKey(await http.html(page)));
  const answer = await (await http.submit(page, 'name="code"', { code: app.code(-1) })).text();
  const recoveryCodes = [...answer.matchAll(/<li>((?:[2-9a-z]{4}-){5}[2-9a-z]{4})<\/li>/g)].map(
    ([, code = ""]) => code,
  );
  if (recoveryCodes.length !== 10) throw new Error("no recovery codes in the answer");
  return { app, recoveryCodes };
}

/** The text that people type into an app that cannot scan. */
function readKey(html: string): string {
  const [key] = /[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/.exec(html) ?? [];
  if (!key) throw new Error("the page shows no text for an app");
  return key;
}
