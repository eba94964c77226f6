import { z } from "zod";
import { type RequestField, requestFields } from "@/lib/gateway/failures";
import type { PlainHttpUrls } from "@/lib/gateway/upstream";
import { isLoopback } from "@/lib/loopback";

export type CreatedLink = { upstreamId: string; url: string; active: boolean };

/**
 * `url` and `active` are null where upstream sent nothing usable. Such an item still counts: its id is what a lost
 * answer is found again by, and one odd item that failed its page would stop every sync of that merchant for good.
 */
export type ListedLink = { upstreamId: string; url: string | null; active: boolean | null };

/** `totalItems` is null where upstream sent a bare list. */
export type LinkPage = { items: ListedLink[]; totalItems: number | null };

const upstreamId = z.union([
  z.string().regex(/^[\x21-\x7e]{1,200}$/),
  z.number().int().nonnegative().transform(String),
]);

const object = z.record(z.string(), z.unknown());

/** Older answers wrap the resource as `{code, title, content, type, data}`; a refusal may leave `data` out. */
const envelope = object.refine((json) => ["code", "title", "content", "type"].every((key) => key in json));

function unwrap(json: unknown): unknown {
  const { data } = envelope.safeParse(json);
  return data ? data.data : json;
}

/** Undefined for what is not JSON, which no schema here accepts. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The answer to a POST. Without a usable address there is no link to show, so that is unreadable.
 * A link just made is active unless upstream says otherwise.
 */
export function readCreatedLink(body: string, plainHttp: PlainHttpUrls): CreatedLink | undefined {
  const created = z.object({
    id: upstreamId,
    url: linkUrl(plainHttp),
    active: z.boolean().nullish(),
  });
  const { data } = created.safeParse(unwrap(parseJson(body)));
  return data && { upstreamId: data.id, url: data.url, active: data.active ?? true };
}

/** The answer to a list call. An item without an id fails the page, since nothing could be counted by it. */
export function readLinkPage(body: string, plainHttp: PlainHttpUrls): LinkPage | undefined {
  const item = z.object({
    id: upstreamId,
    url: linkUrl(plainHttp).nullable().catch(null),
    active: z.boolean().nullable().catch(null),
  });
  const page = z.object({ items: z.array(item), total_items: z.number().int().nonnegative() });
  const bareList = z.array(item).transform((items) => ({ items, total_items: null }));
  const { data } = z.union([page, bareList]).safeParse(unwrap(parseJson(body)));
  return (
    data && {
      items: data.items.map(({ id, url, active }) => ({ upstreamId: id, url, active })),
      totalItems: data.total_items,
    }
  );
}

const located = z.object({ loc: z.array(z.unknown()) });

const refusalBody = z.union([
  z.object({ detail: z.union([z.string(), z.array(z.unknown())]) }),
  z.object({ message: z.union([z.string(), object]) }),
  envelope,
]);

/** A refusal in one of the shapes upstream is known to use: which fields it names. Undefined for anything else. */
export function readRefusal(body: string): { fields: RequestField[] } | undefined {
  const { data } = refusalBody.safeParse(parseJson(body));
  if (!data) return undefined;
  const details = "detail" in data && Array.isArray(data.detail) ? data.detail : [];
  const locations = details.flatMap((detail) => located.safeParse(detail).data?.loc ?? []);
  return { fields: requestFields.filter((field) => locations.includes(field)) };
}

/** A refused key may be answered by any JSON object, with no `detail` at all. */
export function isKeyRefusal(body: string): boolean {
  return object.safeParse(parseJson(body)).success;
}

/** An address people will be sent to: https (http too for the sandbox), nothing that could pose as another host. */
function linkUrl(plainHttp: PlainHttpUrls) {
  return z
    .string()
    .max(2048)
    .regex(/^[\x21-\x7e]+$/)
    .refine((text) => isWebAddress(text, plainHttp));
}

function isWebAddress(text: string, plainHttp: PlainHttpUrls): boolean {
  if (!URL.canParse(text) || text.includes("\\")) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== "" || password !== "") return false;
  if (protocol === "https:") return true;
  const isAllowed = plainHttp === "always" || (plainHttp === "loopback" && isLoopback(hostname));
  return protocol === "http:" && isAllowed;
}
