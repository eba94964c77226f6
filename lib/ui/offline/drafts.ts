import type { Mode } from "@/lib/core/mode";
import type { NewLink } from "@/lib/domain/payment-links/schema";
import { type DraftCount, writeDraftCounts } from "@/lib/ui/marks/marks";
import { readAll, remove, write } from "@/lib/ui/offline/database";

const fieldNames = ["amount", "interpretation", "currency", "description", "expiry", "expiryDay"] as const;

/** The fields of the form as they were typed. */
export type DraftFields = Record<(typeof fieldNames)[number], string>;

export const emptyFields: DraftFields = {
  amount: "",
  interpretation: "",
  currency: "",
  description: "",
  expiry: "",
  expiryDay: "",
};

export function readFields(form: FormData): DraftFields {
  const typed = fieldNames.map((name) => [name, String(form.get(name) ?? "")] as const);
  return { ...emptyFields, ...Object.fromEntries(typed) };
}

/** What became of it. `made` and `unconfirmed` ones are only shown; nothing sends them again. */
export type DraftStatus =
  | { kind: "waiting" }
  /** Nothing was created. The person can change it. `path` is a link that it created before it was changed. */
  | { kind: "refused"; sentence: string; path?: string | undefined }
  | { kind: "made"; path: string }
  /** It is not known whether upstream created it. The portal finds out; it is never sent again from here. */
  | { kind: "unconfirmed"; path: string };

/** A link that was typed without a network. It is not a link yet. */
export type OfflineDraft = {
  id: string;
  /** However often it is sent with the same intent, one link is created. */
  intentId: string;
  /** Whose it is; nobody else sees it. */
  person: string;
  slug: string;
  /** The id of the merchant, and the mode that the form showed. */
  business: string;
  mode: Mode;
  fields: DraftFields;
  /** What the fields mean. */
  link: NewLink;
  /** Unix milliseconds of this device's clock, which may be wrong: drafts are only sorted by it. */
  madeAt: number;
  status: DraftStatus;
};

/** Whether it is no link yet. */
export function isOpenDraft({ status }: Pick<OfflineDraft, "status">): boolean {
  return status.kind === "waiting" || status.kind === "refused";
}

/** Tells other tabs that drafts have changed. */
export const draftsChannel = "cobro-drafts";

/** A person's drafts, oldest first. */
export async function listDrafts(person: string): Promise<OfflineDraft[]> {
  return (await listAll()).filter((draft) => draft.person === person);
}

async function listAll(): Promise<OfflineDraft[]> {
  const all = (await readAll("drafts")).filter(isDraft);
  return all.sort((a, b) => a.madeAt - b.madeAt);
}

export async function saveDraft(draft: OfflineDraft): Promise<void> {
  await write("drafts", draft);
  await changed();
}

export async function dropDraft(id: string): Promise<void> {
  await remove("drafts", id);
  await changed();
}

async function changed(): Promise<void> {
  const counts: Record<string, DraftCount> = {};
  for (const { person, status } of await listAll()) {
    const { all = 0, open = 0 } = counts[person] ?? {};
    counts[person] = { all: all + 1, open: open + (isOpenDraft({ status }) ? 1 : 0) };
  }
  writeDraftCounts(counts);
  const channel = new BroadcastChannel(draftsChannel);
  channel.postMessage("changed");
  channel.close();
}

/** Written by this release or another one. */
function isDraft(value: unknown): value is OfflineDraft {
  return (
    typeof value === "object" &&
    value !== null &&
    ["id", "intentId", "person", "slug", "business", "mode", "fields", "link", "madeAt", "status"].every(
      (name) => name in value,
    )
  );
}
