import { type DemoTeam, getAddress } from "@/bin/seed/demo-team";
import { type DemoWare, demoWares } from "@/bin/seed/demo-wares";
import { newPerson } from "@/bin/seed/people";
import { type Random, toSums } from "@/bin/seed/random";
import { nthReference } from "@/bin/seed/references";
import type { SeedSandbox } from "@/bin/seed/sandbox";
import type { SeedLink } from "@/bin/seed/write-links";
import type { SeedEvent } from "@/bin/seed/write-log";
import { withReference } from "@/lib/domain/payment-links/create/reference";

const [dayMs, hourMs, minuteMs] = [86_400_000, 3_600_000, 60_000];
const weights = toSums(demoWares.map(({ weight }) => weight));

type Content = Pick<SeedLink, "amountMinor" | "currency" | "description">;

/** Makes the links of the demo business one after another: upstream in the sandbox, and as rows with their events. */
export class DemoLinks {
  readonly links: SeedLink[] = [];
  readonly events: SeedEvent[] = [];
  /** How many references were used so far. */
  readonly #made = { references: 0 };

  constructor(
    readonly random: Random,
    readonly team: DemoTeam,
    readonly apiKeyId: string,
    readonly key: string,
    readonly sandbox: SeedSandbox,
  ) {}

  content(at: number, ware: DemoWare = demoWares[this.random.index(weights)] ?? never()): Content {
    const { random } = this;
    const steps = Math.round((ware.most - ware.least) / ware.step);
    const name = newPerson(random, "", null, at).name;
    const description = ware.text.replace("{n}", String(random.whole(2, 24))).replace("{name}", name);
    return {
      amountMinor: ware.least + random.whole(0, steps) * ware.step,
      currency: ware.currency,
      description,
    };
  }

  /** A usual sale: created, and ready a moment later. */
  async ready(at: number, content = this.content(at), extra: Partial<SeedLink> = {}): Promise<SeedLink> {
    const link = this.#sent(at, content);
    const made = await this.#upstream(content, link.reference);
    const outcomeAt = at + this.random.whole(280, 1_400);
    Object.assign(link, { state: "ready", active: true, outcomeAt, ...made, ...extra });
    this.#tell(link, { at: outcomeAt, action: "link.created" });
    return link;
  }

  /** Upstream made it inactive. If `isNoted`, somebody has dismissed it. */
  async inactive(at: number, inactiveAt: number, isNoted: boolean): Promise<void> {
    const noted = isNoted ? { dismissedAt: inactiveAt + 5 * hourMs } : {};
    const link = await this.ready(at, this.content(at), { active: false, inactiveAt, ...noted });
    await this.sandbox.deactivate(this.key, link.upstreamId ?? "");
    this.#tell(link, { at: inactiveAt, action: "link.turned_inactive", actorId: null, ip: null });
    if (link.dismissedAt)
      this.#tell(link, { at: link.dismissedAt, action: "link.dismissed", actorId: this.team.ana.id });
  }

  rejected(at: number, failureCode: "invalid_request" | "unreachable"): void {
    const link = this.#sent(at, this.content(at));
    Object.assign(link, { state: "rejected", failureCode, outcomeAt: at + 900 });
    this.#tell(link, { at: at + 900, action: "link.rejected", details: { code: failureCode } });
  }

  /** A link whose outcome is unknown. */
  unknown(at: number, content = this.content(at)): SeedLink {
    const link = this.#sent(at, content);
    const outcomeAt = at + 20_000;
    Object.assign(link, { state: "unknown", failureCode: "timeout", outcomeAt });
    this.#tell(link, { at: outcomeAt, action: "link.unknown", details: { code: "timeout" } });
    return link;
  }

  /** An unknown link that somebody abandoned and created again. */
  async madeAgain(at: number): Promise<void> {
    const content = this.content(at);
    const lost = this.unknown(at, content);
    const link = await this.ready(at + 4 * minuteMs, content, {
      replacesId: lost.id,
      createdById: lost.createdById,
    });
    lost.state = "abandoned";
    this.#tell(lost, { at: link.createdAt, action: "link.abandoned", details: { newId: link.id } });
  }

  /** An unknown link that a sync found, and that somebody matched. */
  async matched(at: number): Promise<void> {
    const content = this.content(at);
    const link = this.unknown(at, content);
    const made = await this.#upstream(content, link.reference);
    const outcomeAt = at + 6 * minuteMs;
    Object.assign(link, { state: "ready", failureCode: null, active: true, outcomeAt, ...made });
    this.#tell(link, { at: outcomeAt, action: "link.adopted", details: { upstreamId: made.upstreamId } });
  }

  /** An external link with the same key that a sync found; somebody has annotated it when `isAnnotated`. */
  async external(
    at: number,
    content: Content,
    { isAnnotated = false, reference = null as string | null } = {},
  ) {
    const made = await this.#upstream(content, reference);
    const nothing = { amountMinor: null, currency: null, description: null };
    const link: SeedLink = {
      ...{
        id: this.random.uuidAt(at),
        mode: "sandbox",
        state: "ready",
        origin: "external",
        apiKeyId: this.apiKeyId,
      },
      ...(isAnnotated ? content : nothing),
      ...{
        reference: null,
        failureCode: null,
        active: true,
        createdById: null,
        createdAt: at,
        outcomeAt: at,
      },
      ...{ replacesId: null, inactiveAt: null, dismissedAt: null, intentId: null, ...made },
    };
    this.links.push(link);
    this.#tell(link, { at, action: "link.found", details: { upstreamId: made.upstreamId } });
    if (isAnnotated)
      this.#tell(link, { at: at + dayMs / 3, action: "link.described", actorId: this.team.diego.id });
  }

  #sent(at: number, content: Content): SeedLink {
    const { random, team } = this;
    const sellers = [
      team.lucia,
      team.lucia,
      team.lucia,
      team.mateo,
      team.mateo,
      team.jorge,
      team.diego,
      team.ana,
    ];
    const there = sellers.filter(({ joinedAt, removedAt = at + 1 }) => joinedAt < at && at < removedAt);
    this.#made.references += 1;
    const link: SeedLink = {
      ...{
        id: random.uuidAt(at),
        mode: "sandbox",
        state: "ready",
        origin: "portal",
        apiKeyId: this.apiKeyId,
      },
      ...{ ...content, reference: nthReference(this.#made.references, 1), upstreamId: null, url: null },
      ...{
        active: null,
        failureCode: null,
        createdById: random.pick(there).id,
        createdAt: at,
        outcomeAt: null,
      },
      ...{ replacesId: null, inactiveAt: null, dismissedAt: null, intentId: random.uuid() },
    };
    this.links.push(link);
    return link;
  }

  async #upstream({ amountMinor, currency, description }: Content, reference: string | null) {
    const asked = {
      amount: amountMinor ?? 0,
      currency: currency ?? "",
      description: withReference(description ?? "", reference),
    };
    const { id, url } = await this.sandbox.makeLink(this.key, asked);
    return { upstreamId: id, url };
  }

  #tell(link: SeedLink, event: Pick<SeedEvent, "at" | "action" | "details"> & Partial<SeedEvent>): void {
    const actorId = event.actorId === undefined ? link.createdById : event.actorId;
    const ip = actorId === null ? null : getAddress(this.team, actorId);
    this.events.push({ ...event, actorId, ip, targetId: link.id });
  }
}

function never(): never {
  throw new Error("no ware");
}
