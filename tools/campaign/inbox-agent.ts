import { setTimeout as sleep } from "node:timers/promises";
import type { PageForm } from "@/tests/support/http-visitor";
import type { CreateRequest } from "@/tools/campaign/create-request";
import { visit } from "@/tools/campaign/forms";
import {
  type PayPage,
  readInbox,
  readMatch,
  readPayPage,
  readUnconfirmedCards,
  type ShownUnconfirmed,
  shows,
} from "@/tools/campaign/inbox-page";
import type { CampaignMerchant } from "@/tools/campaign/merchants";
import type { Surroundings } from "@/tools/campaign/person";
import { within } from "@/tools/campaign/within";

const pageMs = 30_000;

/**
 * Decides about the unknown links of one merchant as a careful person would: it opens each candidate's pay page and
 * matches the one with the right content. After a while it presses "create again" for some that are not found.
 */
export class InboxAgent {
  readonly #pages = new Map<string, PayPage>();
  /** When it gives up waiting for each unconfirmed link; infinity for one that may wait for ever. */
  readonly #patience = new Map<string, number>();

  constructor(
    readonly merchant: CampaignMerchant,
    private readonly findCreateRequest: (card: string) => CreateRequest | undefined,
    private readonly around: Surroundings,
  ) {}

  /**
   * Goes through the inbox once.
   * @throws when the portal ends meanwhile.
   */
  async look({ patient = false } = {}): Promise<void> {
    const { unconfirmedLinks, external, next } = readInbox(await this.#inbox());
    for (const unconfirmed of unconfirmedLinks) await this.#decide(unconfirmed, patient);
    for (let page = next; page !== null; ) {
      const more = readInbox(await this.#inbox(page));
      for (const unconfirmed of more.unconfirmedLinks) await this.#decide(unconfirmed, patient);
      page = more.next;
    }
    for (const { url, dismiss, describe } of external) {
      // Most external links are left alone. Some are dismissed or annotated, after which they must still be shown.
      const choice = this.around.random();
      if (choice < 0.05) await this.#press(dismiss);
      else if (choice < 0.1) {
        const { amountMinor, description } = await this.#open(url);
        await this.#press(describe, { amount: (amountMinor / 100).toFixed(2), currency: "USD", description });
      }
    }
  }

  /** Presses "Check now". */
  async askForSync(): Promise<void> {
    await this.#press(readInbox(await this.#inbox()).syncNow);
  }

  /** The ids of the unconfirmed links that the inbox shows. */
  async shownUnconfirmed(): Promise<string[]> {
    const shown: string[] = [];
    for (let page: string | null = ""; page !== null; ) {
      const { unconfirmedLinks, next } = readInbox(await this.#inbox(page));
      shown.push(...unconfirmedLinks.map(({ linkId }) => linkId));
      page = next;
    }
    return shown;
  }

  async #decide(unconfirmed: ShownUnconfirmed, patient: boolean): Promise<void> {
    const { linkId, text, createAgain } = unconfirmed;
    const { tally, random } = this.around;
    for (let shown: ShownUnconfirmed | undefined = unconfirmed; shown; shown = await this.#moreOf(shown)) {
      for (const { url, path } of shown.candidates) {
        if (!shows(text, await this.#open(url))) continue;
        const status = await this.#match(path);
        tally.add(status === 303 ? "matched" : "matched by somebody else or gone");
        return;
      }
    }
    const until = this.#patience.get(linkId);
    if (until === undefined) {
      const wait = random() < 0.6 ? 5_000 + random() * 40_000 : Number.POSITIVE_INFINITY;
      this.#patience.set(linkId, Date.now() + wait);
    } else if (!patient && Date.now() > until) {
      const intentId = createAgain.fields.find(([name]) => name === "intentId")?.[1] ?? "";
      this.findCreateRequest(text)?.consents.add(intentId);
      tally.add("said: create again anyway");
      await this.around.faultInjector.spoil(this.merchant.account, "create");
      await this.#press(createAgain);
      // Without an answer the same button is pressed again the next time, which is another submission of the same
      // create request.
      if (random() < 0.5) await this.#press(createAgain);
    }
  }

  /** Opens the candidate through the portal, and matches it. */
  async #match(path: string): Promise<number> {
    const place = { merchant: this.merchant };
    await visit(place, this.around.fleet, `${path}/open`).catch(() => "");
    const html = await visit(place, this.around.fleet, path).catch(() => "");
    const form = readMatch(html);
    return form ? this.#press(form, {}, path) : 0;
  }

  /** The same unconfirmed link with its next candidates. */
  async #moreOf({ more }: ShownUnconfirmed): Promise<ShownUnconfirmed | undefined> {
    return more === null ? undefined : readUnconfirmedCards(await this.#inbox(more))[0];
  }

  async #open(url: string): Promise<PayPage> {
    const page = this.#pages.get(url) ?? (await within(pageMs, readPayPage(url)));
    this.#pages.set(url, page);
    return page;
  }

  #inbox(query = ""): Promise<string> {
    return visit({ merchant: this.merchant }, this.around.fleet, `${this.merchant.path}/inbox${query}`);
  }

  /** @returns the status; 0 when there was no answer. */
  async #press(
    form: PageForm,
    values: Record<string, string> = {},
    path = `${this.merchant.path}/inbox`,
  ): Promise<number> {
    const url = (await this.around.fleet.portal())?.url;
    if (!url) return 0;
    const sent = this.merchant.http.at(url).send(path, form, values);
    const read = sent.then(async (response) => {
      await response.text();
      return response.status;
    });
    return within(pageMs, read).catch(() => 0);
  }
}

/** Goes through the inboxes that have unconfirmed links, again and again until it is told to stop. */
export async function keepLooking(
  inboxAgents: InboxAgent[],
  merchantWithUnconfirmed: () => Promise<Set<string>>,
  { tally }: Surroundings,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    const waiting = await merchantWithUnconfirmed();
    const busy = inboxAgents.filter(({ merchant }) => waiting.has(merchant.merchantId));
    await Promise.all(
      busy.map((inboxAgent) => inboxAgent.look().catch(() => tally.add("inbox not to be had"))),
    );
    await sleep(3_000);
  }
}
