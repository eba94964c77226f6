import type { SandboxAccount } from "@/lib/sandbox/accounts-store";
import { type Answer, type LinkBody, notAllowed, readBody, refusal, send } from "@/lib/sandbox/answer";
import {
  documentedAccount,
  documentedBody,
  documentedLink,
  documentedLinks,
  documentedUrlBase,
} from "@/lib/sandbox/documented";
import type { ListSettings } from "@/lib/sandbox/fault-board";
import {
  type Endpoint,
  type Fault,
  isReplacing,
  type PassingFault,
  parseFaultHeader,
} from "@/lib/sandbox/faults";
import { bendingFaults, getIdStyle } from "@/lib/sandbox/faults-bending";
import { replacingFaults } from "@/lib/sandbox/faults-replacing";
import type { IdStyle, NewLink, SandboxLink } from "@/lib/sandbox/link";
import { readNewLink, readPaging } from "@/lib/sandbox/validation";
import { getHeader, readMerchant, requireAccount, type Visit } from "@/lib/sandbox/visit";

const endpoints: Record<string, Endpoint> = { GET: "list", POST: "create" };

/** `/v1/payment-links`: the two documented endpoints, with the faults that were asked for. */
export async function answerPaymentLinks(visit: Visit): Promise<void> {
  const { request, response, sandbox } = visit;
  const endpoint = endpoints[request.method ?? ""];
  if (!endpoint) return send(response, notAllowed("GET", "POST"));
  const account = requireAccount(visit);
  if (!account) return;
  const body = await readBody(request, response);
  if (body === undefined) return;

  const header = getHeader(request, "x-sandbox-fault");
  const ownFault = header === undefined ? undefined : parseFaultHeader(header);
  // If a misspelt fault were ignored, a test could pass for the wrong reason.
  if (header !== undefined && !ownFault)
    return send(response, refusal(400, "X-Sandbox-Fault: see GET /_sandbox"));
  const board = sandbox.listFaults(account);
  const fault = ownFault ?? board.take(endpoint);
  const perform = (idStyle: IdStyle): Answer =>
    endpoint === "create"
      ? createLink(visit, account, body, idStyle)
      : listLinks(visit, account, withFault(board.list, fault));
  if (!fault || fault.fault === "clamp_limit" || fault.fault === "list_order") {
    return send(response, perform("plink"));
  }
  misbehave(visit, fault, perform);
}

function misbehave(
  { response, sandbox }: Visit,
  details: PassingFault,
  perform: (idStyle: IdStyle) => Answer,
): void {
  const { timers, links } = sandbox;
  const { fault } = details;
  if (isReplacing(fault)) {
    const { commits, act } = replacingFaults[fault];
    if (details.commit ?? commits) perform("plink");
    act({ response, details, timers, perform: () => perform("plink") });
  } else {
    const getAmount = (id: string) => links.find(id)?.amount ?? 0;
    bendingFaults[fault].act({ response, answer: perform(getIdStyle(fault)), details, timers, getAmount });
  }
}

function createLink(visit: Visit, account: SandboxAccount, body: string, idStyle: IdStyle): Answer {
  const { links } = visit.sandbox;
  const asked = readNewLink(body, getHeader(visit.request, "content-type"));
  if (!asked.ok) return refusal(422, asked.detail);
  const merchant = readMerchant(visit.request);
  if (!links.hasRoom(account.id)) return fullOfLinks;
  const isExample = account.id === documentedAccount.id && isDocumentedBody(asked.value);
  const link = isExample ? documentedLink : links.add(account.id, { ...asked.value, merchant }, idStyle);
  return { status: 200, body: linkBody(link, visit.publicUrl) };
}

/** In the documented shape, so that callers read it as a refusal: nothing was created. */
const fullOfLinks = refusal(422, [{ loc: ["body"], msg: "the sandbox is full", type: "value_error.full" }]);

function listLinks(visit: Visit, account: SandboxAccount, { clampTo, order }: ListSettings): Answer {
  const paging = readPaging(visit.url.searchParams);
  if (!paging.ok) return refusal(422, paging.detail);
  const { limit, offset } = paging.value;
  const links = visit.sandbox.links.of(account.id);
  const items = links
    .page(order, offset, Math.min(limit, clampTo))
    .map((link) => linkBody(link, visit.publicUrl));
  return { status: 200, body: { items, total_items: links.total, limit, offset } };
}

/** Addresses are made when they are asked for, so that links still open when the sandbox runs on another port. */
function linkBody({ id, active }: SandboxLink, publicUrl: string): LinkBody {
  const base = documentedLinks.some((link) => link.id === id) ? documentedUrlBase : publicUrl;
  const shownId = /^\d+$/.test(id) ? Number(id) : id;
  return { id: shownId, object: "payment_link", url: `${base}/link/${id}`, active };
}

function isDocumentedBody({ amount, currency, description }: NewLink): boolean {
  return (
    amount === documentedBody.amount &&
    currency === documentedBody.currency &&
    description === documentedBody.description
  );
}

function withFault(settings: ListSettings, fault: Fault | undefined): ListSettings {
  if (fault?.fault === "clamp_limit") return { ...settings, clampTo: fault.limit };
  if (fault?.fault === "list_order") return { ...settings, order: fault.order };
  return settings;
}
