import type { Row } from "@/bin/seed/insert-rows";
import { newToken } from "@/lib/platform/one-time-token";
import { insertApiKey } from "@/tests/fixtures/api-key";
import { insertInvitation } from "@/tests/fixtures/invitation";
import { insertLinkTemplate } from "@/tests/fixtures/link-template";
import { findOwner } from "@/tests/fixtures/merchant";
import { insertLogo } from "@/tests/fixtures/merchant-logo";
import { insertPasswordReset } from "@/tests/fixtures/password-reset";
import { insertPaymentLink } from "@/tests/fixtures/payment-link";
import { insertSession } from "@/tests/fixtures/session";
import type { HttpVisitor } from "@/tests/support/http-visitor";
import { nobody } from "@/tests/support/people";
import type { Who } from "./access";
import type { FormValues } from "./actions";
import type { WatchedDatabase } from "./database";
import type { FixtureMerchant, Fixtures } from "./fixtures";

/**
 * The rows that the forms are about. Rows that a form uses up are created for each submission, directly in the
 * database.
 */
export class Scene {
  #amount = 100;

  private constructor(
    readonly fixtures: Fixtures,
    readonly colleagueId: string,
    /** Tokens for addresses that contain one. */
    readonly tokens: { invitation: string; reset: string },
    readonly merchantIds: { open: string; turnedOff: string },
    readonly database: WatchedDatabase,
  ) {}

  static async set(fixtures: Fixtures, database: WatchedDatabase): Promise<Scene> {
    const getId = (slug: string) =>
      database.value("SELECT merchant_id FROM merchants WHERE slug = $1", [slug]);
    const open = await getId(fixtures.merchant.slug);
    const turnedOff = await getId(fixtures.turnedOff.slug);
    const colleagueId = await database.value("SELECT id FROM users WHERE email = $1", [fixtures.colleague]);
    const [invitation, reset] = [newToken(), newToken()];
    const tokens = { invitation: invitation.token, reset: reset.token };
    const scene = new Scene(fixtures, colleagueId, tokens, { open, turnedOff }, database);
    // It would let this person in if they were not disabled.
    const email = fixtures.people["a disabled owner"]?.person.email;
    await scene.invitation({ email, pending_email: email, token_hash: invitation.tokenHash });
    await scene.logo();
    await insertPasswordReset(database.client, { token_hash: reset.tokenHash, user_id: colleagueId });
    return scene;
  }

  visitor(who: Who): HttpVisitor {
    return this.fixtures.people[who]?.http.copy() ?? nobody();
  }

  getMerchant(who: Who): FixtureMerchant {
    return who === "an owner of a merchant turned off" ? this.fixtures.turnedOff : this.fixtures.merchant;
  }

  /** The address for a pattern, for this person. */
  address(pattern: string, who: Who): string {
    const { slug, linkId } = this.getMerchant(who);
    const parameters: FormValues = {
      merchant: slug,
      linkId,
      token: pattern.startsWith("/invite") ? this.tokens.invitation : this.tokens.reset,
    };
    return pattern.replace(/\[([^\]]+)\]/g, (_, name: string) => {
      const value = parameters[name];
      if (value === undefined) throw new Error(`Scene.address has no example for [${name}] of ${pattern}`);
      return value;
    });
  }

  /** Content for the link form that no link has had before. */
  newLink(): FormValues {
    this.#amount += 1;
    return { amount: `${this.#amount}.50`, currency: "USD", description: `Order ${this.#amount}` };
  }

  /** The hidden fields of every button that creates a link. */
  drawn(who: Who): FormValues {
    const { open, turnedOff } = this.merchantIds;
    return { mode: "test", business: this.getMerchant(who) === this.fixtures.turnedOff ? turnedOff : open };
  }

  settings(who: Who): FormValues {
    return {
      name: "Café Luna",
      slug: this.getMerchant(who).slug,
      defaultCurrency: "USD",
      timeZone: "America/Costa_Rica",
      references: "on",
      language1: "es",
    };
  }

  externalLink(): Promise<string> {
    return insertPaymentLink(this.database.client, { ...this.#merchant, origin: "external", active: true });
  }

  async unknownLink(): Promise<string> {
    const { amount, description } = this.newLink();
    return insertPaymentLink(this.database.client, {
      ...{ ...this.#merchant, state: "unknown", failure_code: "timeout" },
      ...{ amount_minor: Number(amount) * 100, description },
      created_by_id: await findOwner(this.database.client, this.merchantIds.open),
    });
  }

  invitation(columns: Row = {}): Promise<string> {
    return insertInvitation(this.database.client, { ...this.#merchant, role: "admin", ...columns });
  }

  template(): Promise<string> {
    return insertLinkTemplate(this.database.client, this.#merchant);
  }

  logo(): Promise<void> {
    return insertLogo(this.database.client, this.#merchant);
  }

  /** Another session of this person; without a person, of the colleague. */
  async otherSession(who: Who): Promise<string> {
    const email = this.fixtures.people[who]?.person.email ?? this.fixtures.colleague;
    const userId = await this.database.value("SELECT id FROM users WHERE email = $1", [email]);
    return insertSession(this.database.client, { user_id: userId });
  }

  /**
   * Answers a mode that has a key and is not the current one: the sandbox. Its key's row holds the same as the test
   * key's.
   */
  async sandboxKey(): Promise<string> {
    const mode = "sandbox";
    const { rows } = await this.database.client.query(
      `SELECT active_mode, last4, sealed, master_key_id, fingerprint FROM api_keys
       WHERE merchant_id = $1 AND active_mode IN ('test', $2)`,
      [this.merchantIds.open, mode],
    );
    if (!rows.some(({ active_mode }) => active_mode === mode)) {
      await insertApiKey(this.database.client, { ...rows[0], ...this.#merchant, mode, active_mode: mode });
    }
    return mode;
  }

  get #merchant(): { merchant_id: string } {
    return { merchant_id: this.merchantIds.open };
  }
}
