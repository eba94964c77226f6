import { en } from "@/lib/i18n/messages/en/catalogue";
import { formHolding, type PageForm } from "@/tests/support/http-visitor";
import type { Answer, Form } from "@/tools/campaign/create-request";
import type { CampaignMerchant } from "@/tools/campaign/merchants";
import type { Slot } from "@/tools/campaign/slot";
import { within } from "@/tools/campaign/within";

/** What a person wants a link for. */
export type Content = { merchant: CampaignMerchant; description: string; amountMinor: number };

/** Functions that choose a process for a request, as a load balancer would; they answer undefined when none starts. */
export type Fleet = { portal: () => Promise<Slot | undefined>; creator: () => Promise<Slot | undefined> };

/** How often a person reloads a page until it can be read. */
const pageTries = 20;
const pageMs = 30_000;

/**
 * Opens a new form in a portal.
 * @throws when the portal ends meanwhile.
 */
export async function openPortalForm(content: Content, fleet: Fleet): Promise<Form> {
  const { path } = content.merchant;
  const page = await visit(content, fleet, `${path}/links/new`);
  return portalForm(content, fleet, formHolding(page, 'name="intentId"'));
}

function portalForm(content: Content, fleet: Fleet, form: PageForm, duplicateOf?: string): Form {
  const { merchant, amountMinor, description } = content;
  const intentId = form.fields.find(([name]) => name === "intentId")?.[1] ?? "";
  const send = async (signal: AbortSignal): Promise<Answer> => {
    const url = (await fleet.portal())?.url;
    if (!url) return { kind: "silence" };
    const body = new FormData();
    const typed = { amount: (amountMinor / 100).toFixed(2), currency: "USD", description };
    const values = { ...typed, ...(duplicateOf && { duplicateOf }) };
    for (const [name, value] of form.fields) if (!(name in values)) body.append(name, value);
    for (const [name, value] of Object.entries(values)) body.append(name, value);
    const response = await merchant.http.at(url).request(form.action || `${merchant.path}/links/new`, {
      ...{ method: "POST", body, signal },
      headers: { origin: url },
    });
    if (response.status === 303) return linkPage(content, fleet, response.headers.get("location") ?? "");
    const html = await response.text();
    if (response.status !== 200) return { kind: "silence" };
    const next = formHolding(html, 'name="intentId"');
    const [, duplicate] = /name="duplicateOf" value="([0-9a-f-]+)"/.exec(html) ?? [];
    if (duplicate && html.includes(en.newLink.createAnyway)) {
      const again = portalForm(content, fleet, next, duplicate);
      return { kind: "near_duplicate", linkId: duplicate, again };
    }
    if (html.includes(en.errors.unexpected)) return { kind: "silence" };
    return { kind: "refused", again: portalForm(content, fleet, next) };
  };
  return { intentId, send };
}

/** Reads the page that the portal redirects to, until it can be read. */
async function linkPage(content: Content, fleet: Fleet, location: string): Promise<Answer> {
  const [, linkId = ""] = /\/links\/([0-9a-f-]{36})$/.exec(location) ?? [];
  for (let tries = 0; tries < pageTries; tries += 1) {
    const html = await visit(content, fleet, `${content.merchant.path}/links/${linkId}`).catch(() => "");
    if (html.includes(`aria-label="${en.link.qr}"`)) return { kind: "link", linkId, state: "ready" };
    if (html.includes(en.link.sendingTitle)) return { kind: "link", linkId, state: "sending" };
    if (html.includes(en.link.unknownTitle)) return { kind: "link", linkId, state: "unknown" };
    const isOver = html.includes(en.link.rejectedTitle) || html.includes(en.share.abandonedTitle);
    if (isOver) return { kind: "link", linkId, state: "abandoned" };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return { kind: "silence" };
}

/**
 * Reads a page of the merchant with its owner's session.
 * @throws when there is no portal, or the page cannot be read.
 */
export async function visit(
  { merchant }: Pick<Content, "merchant">,
  fleet: Fleet,
  page: string,
): Promise<string> {
  const url = (await fleet.portal())?.url;
  if (!url) throw new Error("no portal");
  return within(pageMs, merchant.http.at(url).html(page));
}

/** The same create request as a form that is sent to a creator process and not to the portal. */
export function creatorForm(
  content: Content,
  fleet: Fleet,
  {
    intentId = crypto.randomUUID(),
    duplicateOf,
  }: { intentId?: string; duplicateOf?: string | undefined } = {},
): Form {
  const { merchant, amountMinor, description } = content;
  const { merchantId, userId } = merchant;
  const send = async (signal: AbortSignal): Promise<Answer> => {
    const creator = (await fleet.creator())?.creator;
    if (!creator) return { kind: "silence" };
    const link = { amountMinor, currency: "USD", description } as const;
    const answer = await creator.create({ merchantId, userId, intentId, link, duplicateOf }, signal);
    if (answer.ok) {
      const { linkId, state } = answer.value;
      return state === "rejected"
        ? { kind: "refused", again: creatorForm(content, fleet) }
        : { kind: "link", linkId, state };
    }
    if (answer.code === "near_duplicate" && answer.duplicate) {
      const { id: linkId } = answer.duplicate;
      return { kind: "near_duplicate", linkId, again: creatorForm(content, fleet, { duplicateOf: linkId }) };
    }
    throw new Error(`a creator answered ${answer.code}`);
  };
  return { intentId, send };
}
