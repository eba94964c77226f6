import * as z from "zod";
import { parseJson } from "@/lib/gateway/exact-json";
import { type RequestField, requestFields } from "@/lib/gateway/failures";
import { readLinkAddress } from "@/lib/gateway/link-address";
import type { PlainHttpUrls } from "@/lib/gateway/upstream";

export type CreatedLink = { upstreamId: string; url: string; active: boolean };

/**
 * `url` and `active` are null where upstream sent no usable value. Such an item still counts, because a lost answer is
 * found again by the id.
 */
export type ListedLink = { upstreamId: string; url: string | null; active: boolean | null };

/** `totalItems` is null where upstream sent none; `oddItems` counts the items without a readable id. */
export type LinkPage = { items: ListedLink[]; totalItems: number | null; oddItems: number };

const upstreamId = z.union([
  z.string().regex(/^[^\s\p{C}\p{Z}\uFFFD]{1,200}$/u),
  z.number().int().nonnegative().transform(String),
]);

const object = z.record(z.string(), z.unknown());

/** Older answers wrap the resource as `{code, title, content, type, data}`; a refusal may have no `data`. */
function isEnvelope(json: object): boolean {
  return ["code", "title", "content", "type"].every((key) => key in json);
}
const envelope = object.refine(isEnvelope);

/** The same with fewer fields beside `data`. */
function isWrapped(json: object): boolean {
  return "data" in json && !("id" in json) && !("items" in json) && !("total_items" in json);
}

function unwrap(json: unknown): unknown {
  const { data: fields } = object.safeParse(json);
  return fields && (isEnvelope(fields) || isWrapped(fields)) ? fields.data : json;
}

/** Some programs write true as `1`, `"1"` or `"true"`. Null for anything that is neither true nor false. */
function readActive(value: unknown): boolean | null {
  const word = String(value).toLowerCase();
  if (word === "true" || word === "1") return true;
  return word === "false" || word === "0" ? false : null;
}

/**
 * The answer to a POST. Without a usable address there is no link to show, so that such an answer is unreadable. A link
 * just created is active unless upstream says otherwise.
 */
export function readCreatedLink(body: string, plainHttp: PlainHttpUrls): CreatedLink | undefined {
  const created = object.safeParse(unwrap(parseJson(body))).data;
  const id = upstreamId.safeParse(created?.id).data;
  const url = readLinkAddress(created?.url, plainHttp);
  if (id === undefined || url === null) return undefined;
  return { upstreamId: id, url, active: readActive(created?.active) ?? true };
}

const count = z.number().int().nonnegative();
const total = z
  .union([
    count,
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .nullable()
  .catch(null);
const list = z.array(z.unknown());
const page = z.union([
  z.object({ items: list, total_items: total.optional() }),
  z.object({ data: list, total_items: total.optional() }),
  list,
]);

/** The answer to a list call. Items without an id are skipped, so that one odd item does not hide all the others. */
export function readLinkPage(body: string, plainHttp: PlainHttpUrls): LinkPage | undefined {
  const { data } = page.safeParse(unwrap(parseJson(body)));
  if (!data) return undefined;
  const listed = Array.isArray(data) ? data : "items" in data ? data.items : data.data;
  const items = listed.flatMap((item) => readListedLink(item, plainHttp) ?? []);
  const totalItems = Array.isArray(data) ? null : (data.total_items ?? null);
  return { items, totalItems, oddItems: listed.length - items.length };
}

function readListedLink(item: unknown, plainHttp: PlainHttpUrls): ListedLink | undefined {
  const link = object.safeParse(item).data;
  const id = upstreamId.safeParse(link?.id).data;
  if (id === undefined) return undefined;
  return { upstreamId: id, url: readLinkAddress(link?.url, plainHttp), active: readActive(link?.active) };
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

/** Upstream may refuse a key with any JSON object, even without a `detail`. */
export function isKeyRefusal(body: string): boolean {
  return object.safeParse(parseJson(body)).success;
}
