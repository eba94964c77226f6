import * as z from "zod";
import { listOrders } from "@/lib/sandbox/account-links";
import { faultDetails } from "@/lib/sandbox/fault-details";
import { type BendingFault, bendingFaults } from "@/lib/sandbox/faults-bending";
import { type ReplacingFault, replacingFaults } from "@/lib/sandbox/faults-replacing";

export type Endpoint = "create" | "list";

const lastingFaults = {
  clamp_limit: "list: never more than `limit` items a page, whatever was asked for",
  list_order: `list: in this \`order\`: ${listOrders.join(", ")}`,
};

/** The faults that apply to one request. */
export const passingFaults = [...listKeys(replacingFaults), ...listKeys(bendingFaults)];

const passing = faultDetails.extend({ fault: z.enum(passingFaults) });
const clamp = z.object({ fault: z.literal("clamp_limit"), limit: z.coerce.number().int().min(1) });
const order = z.object({ fault: z.literal("list_order"), order: z.enum(listOrders) });

/** A fault for one request, as the `X-Sandbox-Fault` header gives it. */
const forOneRequest = z.union([passing, clamp, order]);
export type Fault = z.output<typeof forOneRequest>;
export type PassingFault = z.output<typeof passing>;

/** A fault set in advance: for the next `count` requests to `endpoint`, or to any endpoint when none is given. */
export const faultSetting = z.union([
  passing.extend({
    count: z.coerce.number().int().min(1).max(1_000_000).default(1),
    endpoint: z.enum(["create", "list"]).optional(),
  }),
  clamp,
  order,
]);
export type FaultSetting = z.output<typeof faultSetting>;

export function isReplacing(fault: ReplacingFault | BendingFault): fault is ReplacingFault {
  return fault in replacingFaults;
}

/** What each fault does, for `GET /_sandbox`. */
export const faultMeanings: Record<string, string> = {
  ...listMeanings(replacingFaults),
  ...listMeanings(bendingFaults),
  ...lastingFaults,
};

/** Reads `slow; delayMs=300`; undefined when it names no fault. */
export function parseFaultHeader(header: string): Fault | undefined {
  const [fault, ...settings] = header.split(";").map((part) => part.trim());
  const pairs = settings.map((setting) => {
    const [name = "", ...value] = setting.split("=");
    return [name, value.join("=")];
  });
  return forOneRequest.safeParse({ ...Object.fromEntries(pairs), fault }).data;
}

function listKeys<Key extends string>(table: Record<Key, unknown>): Key[] {
  return Object.keys(table).filter((key): key is Key => key in table);
}

function listMeanings(table: Record<string, { meaning: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(table).map(([name, { meaning }]) => [name, meaning]));
}
