import { modes } from "@/lib/core/mode";
import { isUuid } from "@/lib/core/uuid";
import { parseNewLink } from "@/lib/domain/payment-links/new-link/schema";
import { readFields, saveDraft } from "@/lib/ui/offline/drafts";

/** Keeps what a form for a new link holds. False when that is no link yet. */
export async function keepFromForm(form: HTMLFormElement, person: string): Promise<boolean> {
  const typed = new FormData(form);
  const [intentId = "", mode, business = ""] = ["intentId", "mode", "business"].map((name) =>
    String(typed.get(name) ?? ""),
  );
  const shown = modes.find((known) => known === mode);
  const [, , slug] = window.location.pathname.split("/");
  const fields = readFields(typed);
  const link = parseNewLink(fields);
  if (!link.ok || !shown || !slug || !isUuid(intentId)) return false;
  await saveDraft({
    id: crypto.randomUUID(),
    // It may have arrived: with the same intent, nothing is created twice.
    ...{ intentId, person, slug, business, mode: shown, fields },
    link: link.value,
    madeAt: Date.now(),
    status: { kind: "waiting" },
  });
  return true;
}
