import { newToken } from "@/lib/platform/one-time-token";
import { uuidv7 } from "@/lib/platform/uuidv7";
import type { HttpVisitor } from "@/tests/support/http-visitor";
import { nobody } from "@/tests/support/people";
import type { Who } from "./access";
import type { FormValues } from "./actions";
import type { WatchedDatabase } from "./database";
import type { FixtureMerchant, Fixtures } from "./fixtures";

/** What the forms are about. What a form uses up is made anew each time, beside the portal. */
export class Scene {
  #amount = 100;

  private constructor(
    readonly fixtures: Fixtures,
    readonly colleagueId: string,
    /** Tokens for the addresses that hold one. */
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
    // It would let one of the cast in, were they not disabled.
    await scene.invitation(fixtures.people["a disabled owner"]?.person.email, invitation.tokenHash);
    await scene.logo();
    await database.value(
      `INSERT INTO password_resets (token_hash, user_id, expires_at)
       VALUES ($1, $2, now() + interval '1 day') RETURNING 1`,
      [reset.tokenHash, colleagueId],
    );
    return scene;
  }

  visitor(who: Who): HttpVisitor {
    return this.fixtures.people[who]?.http.copy() ?? nobody();
  }

  getMerchant(who: Who): FixtureMerchant {
    return who === "an owner of a merchant turned off" ? this.fixtures.turnedOff : this.fixtures.merchant;
  }

  /** An address from its pattern, as this person comes to it. */
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

  /** What the link form takes, and no link like it was made before. */
  newLink(): FormValues {
    this.#amount += 1;
    return { amount: `${this.#amount}.50`, currency: "USD", description: `Order ${this.#amount}` };
  }

  /** What goes with each button that makes a link. */
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
    return this.database.value(
      `INSERT INTO payment_links (merchant_id, id, mode, state, origin, api_key_id, upstream_id, url, active)
       SELECT merchant_id, $2, 'test', 'ready', 'external', id, $3, 'https://pay.upstream.example/x', true
       FROM api_keys WHERE merchant_id = $1 AND active_mode = 'test' RETURNING payment_links.id`,
      [this.merchantIds.open, uuidv7(), `link_${crypto.randomUUID()}`],
    );
  }

  async unknownLink(): Promise<string> {
    const { amount, description } = this.newLink();
    const id = await this.database.value(
      `INSERT INTO payment_links (merchant_id, id, mode, state, api_key_id, intent_id, request_hash, amount_minor,
         currency, description, created_by_id, lease_until)
       SELECT merchant_id, $2, 'test', 'sending', id, $3, '\\x01', $4::numeric * 100, 'USD', $5, connected_by_id, now()
       FROM api_keys WHERE merchant_id = $1 AND active_mode = 'test' RETURNING payment_links.id`,
      [this.merchantIds.open, uuidv7(), crypto.randomUUID(), amount, description],
    );
    return this.database.value(
      `UPDATE payment_links SET state = 'unknown', failure_code = 'timeout', lease_until = NULL
       WHERE merchant_id = $1 AND id = $2 RETURNING id`,
      [this.merchantIds.open, id],
    );
  }

  invitation(
    email = `${crypto.randomUUID()}@example.com`,
    tokenHash = newToken().tokenHash,
  ): Promise<string> {
    return this.database.value(
      `INSERT INTO invitations (merchant_id, id, email, pending_email, role, token_hash, invited_by_id, expires_at)
       SELECT merchant_id, gen_random_uuid(), $2, $2, 'admin', $3, user_id, now() + interval '1 day'
       FROM memberships JOIN users ON users.id = user_id WHERE merchant_id = $1 AND users.email = $4
       RETURNING invitations.id`,
      [this.merchantIds.open, email, tokenHash, this.fixtures.merchant.person.email],
    );
  }

  template(): Promise<string> {
    return this.database.value(
      `INSERT INTO link_templates (merchant_id, id, name, amount_minor, currency, description, created_by_id)
       SELECT merchant_id, $2, 'Coffee', 250, 'USD', 'A coffee', user_id
       FROM memberships WHERE merchant_id = $1 AND role = 'owner' LIMIT 1 RETURNING link_templates.id`,
      [this.merchantIds.open, uuidv7()],
    );
  }

  logo(): Promise<string> {
    return this.database.value(
      `INSERT INTO merchant_logos (merchant_id, png, icon, width, height, version)
       VALUES ($1, '\\x89504e47', '\\x89504e47', 1, 1, '0123456789abcdef')
       ON CONFLICT (merchant_id) DO UPDATE SET changed_at = now() RETURNING version`,
      [this.merchantIds.open],
    );
  }

  /** A session that this person has elsewhere; the colleague's, for nobody in particular. */
  otherSession(who: Who): Promise<string> {
    return this.database.value(
      `INSERT INTO sessions (id, user_id, expires_at)
       SELECT gen_random_uuid(), id, now() + interval '1 day' FROM users WHERE email = $1 RETURNING id`,
      [this.fixtures.people[who]?.person.email ?? this.fixtures.colleague],
    );
  }

  /** Answers the mode that has a key and is not in use: the sandbox's, connected by a row of the other's likeness. */
  async sandboxKey(): Promise<string> {
    await this.database.value(
      `INSERT INTO api_keys (merchant_id, id, mode, active_mode, last4, sealed, master_key_id, fingerprint, connected_by_id)
       SELECT merchant_id, gen_random_uuid(), 'sandbox', 'sandbox', last4, sealed, master_key_id, fingerprint,
         connected_by_id
       FROM api_keys WHERE merchant_id = $1 AND active_mode = 'test'
       ON CONFLICT (merchant_id, active_mode) DO NOTHING RETURNING id`,
      [this.merchantIds.open],
    );
    return "sandbox";
  }
}
