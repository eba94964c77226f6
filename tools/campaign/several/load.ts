import { setTimeout as sleep } from "node:timers/promises";
import { formHolding, HttpVisitor, type PageForm } from "@/tests/support/http-visitor";
import type { CampaignMerchant } from "@/tools/campaign/merchants";
import { within } from "@/tools/campaign/within";

/** A request that a person made and did not get what they asked for. */
export type Failure = { at: number; phase: string; what: string; how: string };
/** A link that a person wanted, and whether they were told that it is there. */
export type Wanted = { merchant: CampaignMerchant; description: string; isConfirmed: boolean };

const answerMs = 45_000;
/** A person who got no answer presses again with the form that is still open. */
const presses = 12;

/** People who sign in, read, search, create and show codes, through the balancer, until told to stop. */
export class Load {
  readonly failures: Failure[] = [];
  readonly wanted: Wanted[] = [];
  readonly latencies: number[] = [];
  phase = "warm-up";
  requests = 0;
  isOver = false;
  #number = 0;

  constructor(
    private readonly url: string,
    private readonly random: () => number,
  ) {}

  async beOnePerson(merchant: CampaignMerchant): Promise<void> {
    const doings = [
      ...Array<() => Promise<unknown>>(4).fill(() => this.#create(merchant)),
      ...Array<() => Promise<unknown>>(4).fill(() =>
        this.#read(merchant, `${merchant.path}/links`, "history"),
      ),
      () => this.#read(merchant, `${merchant.path}/links?q=wanted`, "search"),
      () => this.#read(merchant, `${merchant.path}/links/new`, "form"),
      () => this.#showCode(merchant),
      () => this.#openShort(merchant),
      () => this.#loadScripts(merchant),
      () => this.#signIn(merchant),
    ];
    while (!this.isOver) {
      const doing = doings[Math.floor(this.random() * doings.length)];
      await doing?.().catch(() => {});
      await sleep(100 + this.random() * 400);
    }
  }

  /** Reads until it can be read, as a person reloads. Each failed try is one that a person saw. */
  async #read({ http }: CampaignMerchant, path: string, what: string, by = http): Promise<string> {
    for (;;) {
      const response = await this.#ask(what, () => by.request(path));
      if (response?.status === 200) return response.text;
      if (this.isOver) throw new Error("over");
      await sleep(500);
    }
  }

  async #create(merchant: CampaignMerchant): Promise<void> {
    const page = `${merchant.path}/links/new`;
    let form = formHolding(await this.#read(merchant, page, "form"), 'name="intentId"');
    this.#number += 1;
    const wanted: Wanted = { merchant, description: `Wanted ${this.#number}.`, isConfirmed: false };
    this.wanted.push(wanted);
    const values = {
      amount: (1 + this.random() * 900).toFixed(2),
      currency: "USD",
      description: wanted.description,
    };
    for (let press = 0; press < presses && !wanted.isConfirmed; press += 1) {
      const response = await this.#ask("create", () => merchant.http.send(page, form, values));
      wanted.isConfirmed = response?.status === 303;
      if (response?.status === 200) {
        this.#fail("create", `the form came back: ${getComplaint(response.text)}`);
        // Nothing was made, and the page has a new form with what was typed.
        form = formHolding(response.text, 'name="intentId"');
      }
      if (!wanted.isConfirmed) await sleep(1_000);
    }
  }

  async #showCode(merchant: CampaignMerchant): Promise<void> {
    const link = await this.#findLink(merchant);
    if (link) await this.#ask("code", () => merchant.http.request(`${link}/qr.svg`));
  }

  /** As a customer does who was sent the link. */
  async #openShort(merchant: CampaignMerchant): Promise<void> {
    const link = await this.#findLink(merchant);
    const [, code] = /\/p\/(\w+)/.exec(link ? await this.#read(merchant, link, "link") : "") ?? [];
    if (!code) return;
    const answer = await this.#ask("short address", () => new HttpVisitor(this.url).request(`/p/${code}`));
    if (answer && answer.status !== 302) this.#fail("short address", `answered ${answer.status}`);
  }

  /** The path of the newest link. */
  async #findLink(merchant: CampaignMerchant): Promise<string | null> {
    const html = await this.#read(merchant, `${merchant.path}/links`, "history");
    const [, id] = /href="[^"]*\/links\/([0-9a-f-]{36})["?]/.exec(html) ?? [];
    return id ? `${merchant.path}/links/${id}` : null;
  }

  /** While two builds serve, a page and its scripts may come from different ones. */
  async #loadScripts(merchant: CampaignMerchant): Promise<void> {
    const html = await this.#read(merchant, `${merchant.path}/links/new`, "form");
    const files = new Set(
      [...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(([, file]) => file),
    );
    for (const file of files) await this.#ask("script", () => merchant.http.request(file ?? ""));
  }

  async #signIn(merchant: CampaignMerchant): Promise<void> {
    const http = new HttpVisitor(this.url);
    const { email, password } = merchant.owner;
    const form: PageForm = formHolding(
      await this.#read(merchant, "/login", "sign-in", http),
      'name="password"',
    );
    const response = await this.#ask("sign-in", () => http.send("/login", form, { email, password }));
    if (response?.status === 200) this.#fail("sign-in", `the form came back: ${getComplaint(response.text)}`);
    if (response?.status === 303) await this.#read(merchant, `${merchant.path}/links`, "history", http);
  }

  async #ask(
    what: string,
    request: () => Promise<Response>,
  ): Promise<{ status: number; text: string } | null> {
    this.requests += 1;
    const begunAt = performance.now();
    try {
      const answer = await within(
        answerMs,
        request().then(async (response) => ({ status: response.status, text: await response.text() })),
      );
      this.latencies.push(performance.now() - begunAt);
      // A link that is still being created has no code yet.
      const isEarly = what === "code" && answer.status === 404;
      if ((answer.status >= 400 && !isEarly) || answer.status === 307)
        this.#fail(what, String(answer.status));
      return answer;
    } catch (error) {
      this.#fail(what, error instanceof Error ? error.message : "no answer");
      return null;
    }
  }

  #fail(what: string, how: string): void {
    this.failures.push({ at: Date.now(), phase: this.phase, what, how });
  }
}

/** The sentence with which a form comes back. */
function getComplaint(html: string): string {
  const [, said = ""] = /role="alert"[^>]*>(.*?)<\/(?:p|div|section)>/s.exec(html) ?? [];
  return said
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 80);
}
