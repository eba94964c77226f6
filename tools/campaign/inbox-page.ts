import { en } from "@/lib/i18n/messages/en/catalogue";
import { formHolding, type PageForm } from "@/tests/support/http-visitor";

/** An unknown link as the inbox shows it: its content, its candidates, and its buttons. */
export type ShownUnconfirmed = {
  linkId: string;
  /** The text of the card, on one line. */
  text: string;
  /** `path` is the page that compares the candidate with the link. */
  candidates: { url: string; path: string }[];
  /** The query for the page with more candidates. */
  more: string | null;
  createAgain: PageForm;
};

export type ShownExternal = { url: string; dismiss: PageForm; describe: PageForm };

/** Reads the inbox from top to bottom. */
export function readInbox(html: string): {
  unconfirmedLinks: ShownUnconfirmed[];
  external: ShownExternal[];
  syncNow: PageForm;
  /** The query for the next page of unconfirmed links. */
  next: string | null;
} {
  return {
    unconfirmedLinks: readUnconfirmedCards(html),
    external: sectionsWith(en.inbox.externalTitle, html).flatMap(readExternalCards),
    syncNow: formHolding(html, en.inbox.checkNow),
    next: /href="[^"]*\/inbox(\?after=[0-9a-f-]{36})"/.exec(html)?.[1] ?? null,
  };
}

/** The cards of unconfirmed links on any page. */
export function readUnconfirmedCards(html: string): ShownUnconfirmed[] {
  return sectionsWith(en.inbox.createAgain, html).map(readUnconfirmedCard);
}

function sectionsWith(labels: string, html: string): string[] {
  // The data for React repeats the visible text.
  const sections = html.replace(/<script\b.*?<\/script>/gs, "").split(/(?=<section\b)/);
  return sections.filter((section) => section.includes(labels));
}

function readUnconfirmedCard(section: string): ShownUnconfirmed {
  const createAgain = formHolding(section, en.inbox.createAgain);
  const linkId = createAgain.fields.find(([name]) => name === "linkId")?.[1] ?? "";
  const items = section.split(/(?=<li\b)/).slice(1);
  return {
    linkId,
    createAgain,
    text: plainText(section),
    more: /href="[^"]*\/inbox(\?unconfirmed=[^"]+)"/.exec(section)?.[1]?.replaceAll("&amp;", "&") ?? null,
    candidates: items.map((item) => ({ url: shownAddress(item), path: candidatePath(item) })),
  };
}

function readExternalCards(section: string): ShownExternal[] {
  return section
    .split(/(?=<li\b)/)
    .slice(1)
    .map((item) => ({
      url: addressIn(item),
      dismiss: formHolding(item, en.inbox.dismiss),
      describe: formHolding(item, 'name="amount"'),
    }));
}

function addressIn(item: string): string {
  return /<a\b[^>]*\bhref="([^"]+)"/.exec(item)?.[1] ?? "";
}

/** The address of the pay page, which the row shows as text. */
function shownAddress(item: string): string {
  return /https?:\/\/[^<\s]+/.exec(plainText(item))?.[0] ?? "";
}

function candidatePath(item: string): string {
  return /href="([^"]*\/inbox\/[0-9a-f-]{36}\/[0-9a-f-]{36})"/.exec(item)?.[1] ?? "";
}

/** The form of "Use this link", which is there once the candidate was opened. */
export function readMatch(html: string): PageForm | null {
  const field = 'name="amountMinor"';
  return html.includes(field) ? formHolding(html, field) : null;
}

export type PayPage = { amountMinor: number; description: string };

/** What a customer sees at a link's address. */
export async function readPayPage(url: string): Promise<PayPage> {
  const html = await (await fetch(url)).text();
  const amountMinor = Number(/data-amount-minor="(\d+)"/.exec(html)?.[1]);
  const description = plainText(/<p class="description"[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? "");
  return { amountMinor, description };
}

/**
 * Whether a pay page shows the content of an unconfirmed link's card: the amount, the description and the reference.
 */
export function shows(card: string, { amountMinor, description }: PayPage): boolean {
  const [, labels = "", reference] = /^(.*?)(?: \((ref \w+)\))?$/.exec(description) ?? [];
  const hasReference = /\bref [2-9A-Z]{4,8}\b/.test(card);
  const amount = (amountMinor / 100).toFixed(2);
  return (
    card.includes(`${amount} `) &&
    card.includes(`${labels} `) &&
    (reference ? card.includes(`${reference} `) : !hasReference)
  );
}

function plainText(html: string): string {
  return html
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
