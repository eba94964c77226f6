import { withReference } from "@/lib/domain/payment-links/create/reference";
import type { LinkState } from "@/lib/domain/payment-links/schema";
import type { SandboxLink } from "@/lib/sandbox/link";
import type { CreateRequest } from "@/tools/campaign/create-request";
import type { CampaignMerchant } from "@/tools/campaign/merchants";

/** A row of payment_links, with all columns. */
export type LinkRow = {
  id: string;
  merchantId: string;
  state: LinkState;
  origin: "portal" | "external";
  intentId: string | null;
  amountMinor: number | null;
  currency: string | null;
  description: string | null;
  reference: string | null;
  upstreamId: string | null;
};

/** What was found for one merchant: what upstream committed, what Cobro stored, and what its pages show. */
export type Findings = {
  merchant: CampaignMerchant;
  upstream: SandboxLink[];
  rows: LinkRow[];
  /** The ids on all pages of the history, and those of the unconfirmed links in the inbox. */
  shownInHistory: Set<string>;
  shownInInbox: Set<string>;
  createRequests: CreateRequest[];
};

export const promises = {
  lost: "upstream has it, and Cobro's pages do not show it",
  duplicate: "upstream has two for one create request, and nobody said that they wanted two",
  matched: "shown as made, with the address of a link that asks for something else",
  stuck: "being made for longer than anybody works on it, or unknown and not in the inbox",
  notOffered: "unknown, while upstream has it and everything has been looked through",
  denied: "said to be refused, while upstream made it",
  forgotten: "a person was told of it, and it is not what they were told",
} as const;

export type Broken = { promise: keyof typeof promises; what: string };

/** Compares what upstream committed with what Cobro shows to its users. */
export function judge(findings: Findings): Broken[] {
  return [
    ...lost(findings),
    ...findings.createRequests.flatMap((createRequest) => [
      ...duplicates(findings, createRequest),
      ...forgotten(findings, createRequest),
    ]),
    ...findings.rows.filter(({ origin }) => origin === "portal").flatMap((row) => wrong(findings, row)),
  ];
}

function lost({ upstream, rows, shownInHistory }: Findings): Broken[] {
  const byUpstreamId = new Map(rows.map((row) => [row.upstreamId, row]));
  return upstream
    .filter(({ id }) => !shownInHistory.has(byUpstreamId.get(id)?.id ?? ""))
    .map(({ id, description }) => ({ promise: "lost", what: `${id} ${description}` }));
}

/**
 * If upstream refused the link of a confirmed submission, the next one may create it: the person wanted one more, and
 * there is none yet.
 */
function duplicates({ upstream, rows, merchant }: Findings, createRequest: CreateRequest): Broken[] {
  const own = rows.filter(
    ({ description, origin }) => origin === "portal" && description === createRequest.description,
  );
  const consented = own.filter(({ intentId }) => createRequest.consents.has(intentId ?? "")).length;
  const made = (some: LinkRow[]) =>
    upstream.filter((link) => some.some((row) => hasContent(row, link))).length;
  const sentTwice = merchant.usesReferences && own.some((row) => made([row]) > 1);
  const what = `${createRequest.description} (rows ${own.map(({ id, state }) => `${id} ${state}`).join(", ")})`;
  return made(own) > 1 + consented || sentTwice ? [{ promise: "duplicate", what }] : [];
}

function forgotten({ rows }: Findings, { answered, description }: CreateRequest): Broken[] {
  if (!answered) return [];
  const row = rows.find(({ id }) => id === answered.linkId);
  const what = `${description}: told ${answered.linkId} ${answered.state}, is ${row?.state}`;
  const isKept = row?.description === description && (answered.state !== "ready" || row.state === "ready");
  return isKept ? [] : [{ promise: "forgotten", what }];
}

function wrong({ upstream, rows, shownInInbox }: Findings, row: LinkRow): Broken[] {
  const broken: Broken[] = [];
  const what = `${row.id} ${row.description} ${row.reference ?? ""}`;
  const findLink = (id: string | null) => upstream.find((link) => link.id === id);
  if (row.state === "ready") {
    const link = findLink(row.upstreamId);
    if (!link || !hasContent(row, link)) broken.push({ promise: "matched", what });
  }
  if (row.state === "sending" || (row.state === "unknown" && !shownInInbox.has(row.id))) {
    broken.push({ promise: "stuck", what: `${what} ${row.state}` });
  }
  const taken = new Set(rows.filter(({ origin }) => origin === "portal").map(({ upstreamId }) => upstreamId));
  const free = upstream.some((link) => hasContent(row, link) && !taken.has(link.id));
  // Without a reference, it may be the link of another row for the same create request.
  const isOnly =
    row.reference || rows.filter(({ description }) => description === row.description).length === 1;
  if (free && isOnly && row.state === "unknown") broken.push({ promise: "notOffered", what });
  if (free && isOnly && row.state === "rejected") broken.push({ promise: "denied", what });
  return broken;
}

function hasContent(row: LinkRow, link: SandboxLink): boolean {
  return (
    link.description === withReference(row.description ?? "", row.reference) &&
    link.amount === row.amountMinor &&
    link.currency.toUpperCase() === row.currency
  );
}
