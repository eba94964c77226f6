import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Row } from "@/bin/seed/insert-rows";
import { newToken } from "@/lib/platform/one-time-token";
import { uuidv7 } from "@/lib/platform/uuidv7";
import { insertApiKey } from "@/tests/fixtures/api-key";
import { insertAuditEvent } from "@/tests/fixtures/audit-event";
import { insertBulkBatch } from "@/tests/fixtures/bulk-batch";
import { insertInvitation } from "@/tests/fixtures/invitation";
import { insertLinkTemplate } from "@/tests/fixtures/link-template";
import { insertMemberPin } from "@/tests/fixtures/member-pin";
import { findOwner } from "@/tests/fixtures/merchant";
import { insertLogo } from "@/tests/fixtures/merchant-logo";
import { insertPasswordReset } from "@/tests/fixtures/password-reset";
import { insertPaymentLink } from "@/tests/fixtures/payment-link";
import { insertSession } from "@/tests/fixtures/session";
import { insertTillDevice } from "@/tests/fixtures/till-device";
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
  #keyTurn: Promise<unknown> = Promise.resolve();
  /** Cashiers download the results of their own tables only. */
  #batchIds = { cashier: "", others: "" };
  /** The end of the short address of the fixtures' link. */
  #code = "";

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
    const cashierId = await scene.#getUserId("cashier");
    scene.#code = await database.value("SELECT code FROM payment_links WHERE id = $1", [
      fixtures.merchant.linkId,
    ]);
    scene.#batchIds = { cashier: await scene.batch(cashierId), others: await scene.batch() };
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
      candidateId: linkId,
      // One that has not begun: the same answer for whoever may ask.
      exportId: linkId,
      batchId: this.#batchIds[who === "cashier" ? who : "others"],
      code: this.#code,
      provider: "oidc",
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

  /** A link of a customer whose number is known. */
  async knownCustomer(): Promise<FormValues> {
    const phone = "+50688887777";
    await insertPaymentLink(this.database.client, {
      ...{ ...this.#merchant, origin: "external", active: true, customer_phone: phone },
    });
    return { phone };
  }

  /** A link that turned inactive, and a moment after that. */
  async inactiveLink(): Promise<FormValues> {
    await insertPaymentLink(this.database.client, {
      ...{ ...this.#merchant, origin: "external", active: false, inactive_at: new Date() },
    });
    const upTo = new Date(Date.now() + 1_000).toISOString();
    return { upTo, at: upTo };
  }

  /** What the merchant has not chosen about inactive links. */
  otherChoice(): Promise<string> {
    const asks = "SELECT CASE WHEN asks_about_inactive THEN 'nothing' ELSE 'ask' END FROM merchants";
    return this.database.value(`${asks} WHERE merchant_id = $1`, [this.merchantIds.open]);
  }

  async unknownLink(): Promise<string> {
    const { amount, description } = this.newLink();
    return insertPaymentLink(this.database.client, {
      ...{ ...this.#merchant, state: "unknown", failure_code: "timeout" },
      ...{ amount_minor: Number(amount) * 100, description },
      created_by_id: await findOwner(this.database.client, this.merchantIds.open),
    });
  }

  /** An unknown link, and a candidate that this person has opened for it. */
  async openedCandidate(who: Who): Promise<FormValues> {
    const [linkId, candidateId] = [await this.unknownLink(), await this.externalLink()];
    await insertAuditEvent(this.database.client, {
      ...{ ...this.#merchant, id: uuidv7(), action: "link.candidate_opened" },
      ...{ actor_id: await this.#getUserId(who), target_id: linkId, details: { candidateId } },
    });
    const amount = "SELECT amount_minor FROM payment_links WHERE id = $1";
    return { linkId, candidateId, amountMinor: await this.database.value(amount, [linkId]), currency: "USD" };
  }

  /** A link that somebody matched. */
  async matchedLink(): Promise<FormValues> {
    const upstreamId = `plink_${randomUUID()}`;
    const none = { amountMinor: null, currency: null, description: null };
    const linkId = await insertPaymentLink(this.database.client, {
      ...{ ...this.#merchant, failure_code: "timeout", upstream_id: upstreamId },
      created_by_id: await findOwner(this.database.client, this.merchantIds.open),
      matched_from: { id: randomUUID(), createdAt: new Date().toISOString(), ...none },
    });
    return { linkId, upstreamId };
  }

  /** A link that somebody marked as paid, and when. */
  async paidLink(): Promise<FormValues> {
    const at = new Date().toISOString();
    const linkId = await insertPaymentLink(this.database.client, {
      ...{ ...this.#merchant, origin: "external", active: true, marked_paid_at: at },
      marked_paid_by_id: await findOwner(this.database.client, this.merchantIds.open),
    });
    return { linkId, at };
  }

  /** A link that somebody cancelled a moment ago. */
  async cancelledLink(): Promise<FormValues> {
    const linkId = await insertPaymentLink(this.database.client, {
      ...{
        ...this.#merchant,
        origin: "external",
        active: true,
        cancelled_at: new Date(),
        cancel_reason: "other",
      },
      cancelled_by_id: await findOwner(this.database.client, this.merchantIds.open),
    });
    return { linkId };
  }

  async drawnInvitation(): Promise<FormValues> {
    const id = await this.invitation();
    const expiresAt = "SELECT (extract(epoch FROM expires_at) * 1000)::bigint FROM invitations WHERE id = $1";
    return { id, drawn: await this.database.value(expiresAt, [id]) };
  }

  colleagueRole(): Promise<string> {
    const role = "SELECT role FROM memberships WHERE merchant_id = $1 AND user_id = $2";
    return this.database.value(role, [this.merchantIds.open, this.colleagueId]);
  }

  /** The ids of the active keys. */
  keyIds(): Promise<string> {
    const ids =
      "SELECT string_agg(id::text, ' ') FROM api_keys WHERE merchant_id = $1 AND active_mode IS NOT NULL";
    return this.database.value(ids, [this.merchantIds.open]);
  }

  invitation(columns: Row = {}): Promise<string> {
    return insertInvitation(this.database.client, { ...this.#merchant, role: "admin", ...columns });
  }

  /** Minutes that no form has sent before. */
  minutes(): string {
    this.#amount += 1;
    return String(1 + (this.#amount % 60));
  }

  till(): Promise<string> {
    return insertTillDevice(this.database.client, this.#merchant);
  }

  /** A colleague whose PIN is blocked on a new till. */
  async blockedPin(): Promise<FormValues> {
    await insertMemberPin(this.database.client, { ...this.#merchant, user_id: this.colleagueId, tries: 5 });
    return { userId: this.colleagueId };
  }

  /** A table that nobody has started. */
  async batch(createdById?: string): Promise<string> {
    const created_by_id = createdById ?? (await findOwner(this.database.client, this.merchantIds.open));
    return insertBulkBatch(this.database.client, { ...this.#merchant, created_by_id });
  }

  /** One that was paused, so that no worker goes on with it. */
  async pausedBatch(): Promise<string> {
    const started = { started_at: new Date(), started_by_id: this.colleagueId };
    return insertBulkBatch(this.database.client, { ...this.#merchant, ...started, state: "paused" });
  }

  template(): Promise<string> {
    return insertLinkTemplate(this.database.client, this.#merchant);
  }

  logo(): Promise<void> {
    return insertLogo(this.database.client, this.#merchant);
  }

  /** Another session of this person; without a person, of the colleague. */
  async otherSession(who: Who): Promise<string> {
    return insertSession(this.database.client, { user_id: await this.#getUserId(who) });
  }

  /** The id of a person; the colleague's id when nobody is signed in. */
  #getUserId(who: Who): Promise<string> {
    const email = this.fixtures.people[who]?.person.email ?? this.fixtures.colleague;
    return this.database.value("SELECT id FROM users WHERE email = $1", [email]);
  }

  /**
   * Answers a mode that has a key and is not the current one: the sandbox. Its key's row holds the same as the test
   * key's.
   */
  sandboxKey(): Promise<FormValues> {
    // Calls that want one at the same time get the same.
    const mine = this.#keyTurn.then(() => this.#findOrAddSandboxKey());
    this.#keyTurn = mine.catch(() => {});
    return mine;
  }

  async #findOrAddSandboxKey(): Promise<FormValues> {
    const mode = "sandbox";
    const { rows } = await this.database.client.query(
      `SELECT active_mode, last4, sealed, master_key_id, fingerprint FROM api_keys
       WHERE merchant_id = $1 AND active_mode IN ('test', $2)`,
      [this.merchantIds.open, mode],
    );
    if (!rows.some(({ active_mode }) => active_mode === mode)) {
      const key = { ...rows[0], ...this.#merchant, mode, active_mode: mode };
      // A call may have made the portal connect one meanwhile.
      await insertApiKey(this.database.client, key).catch((error: unknown) => {
        if (!(error instanceof pg.DatabaseError && error.code === "23505")) throw error;
      });
    }
    const id = "SELECT id FROM api_keys WHERE merchant_id = $1 AND active_mode = $2";
    return { mode, keyId: await this.database.value(id, [this.merchantIds.open, mode]) };
  }

  get #merchant(): { merchant_id: string } {
    return { merchant_id: this.merchantIds.open };
  }
}
