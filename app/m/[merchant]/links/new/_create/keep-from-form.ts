import { modes } from "@/lib/core/mode";
import { isUuid } from "@/lib/core/uuid";
import { parseNewLink } from "@/lib/domain/payment-links/new-link/schema";
import { readFields, saveDraft } from "@/lib/ui/offline/drafts";
import type { LastSeen } from "@/lib/ui/offline/last-seen";
import { listSeen } from "@/lib/ui/offline/seen";

/** What is stored of the merchant whose page this is. */
async function findSeen(): Promise<LastSeen | undefined> {
  const slug = window.location.pathname.split("/")[2];
  return (await listSeen()).find(({ merchant }) => merchant.slug === slug);
}

export async function canKeepDraft(): Promise<boolean> {
  return (await findSeen()) !== undefined;
}

/** Keeps what a form for a new link holds. False when that is no link yet. */
export async function keepFromForm(form: HTMLFormElement): Promise<boolean> {
  const typed = new FormData(form);
  const [intentId, mode] = ["intentId", "mode"].map((name) => String(typed.get(name) ?? ""));
  const shown = modes.find((known) => known === mode);
  const fields = readFields(typed);
  const link = parseNewLink(fields);
  const seen = await findSeen();
  if (!link.ok || !seen || !shown || !intentId || !isUuid(intentId)) return false;
  const { person, merchant } = seen;
  await saveDraft({
    id: crypto.randomUUID(),
    // It may have arrived: with the same intent, nothing is created twice.
    ...{ intentId, person, slug: merchant.slug, business: merchant.id, mode: shown, fields },
    link: link.value,
    madeAt: Date.now(),
    status: { kind: "waiting" },
  });
  return true;
}
