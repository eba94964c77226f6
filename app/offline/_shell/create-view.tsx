"use client";

import { useState } from "react";
import { emptyFields, type OfflineDraft, saveDraft } from "@/lib/ui/offline/drafts";
import type { LastSeen } from "@/lib/ui/offline/last-seen";
import { DraftForm } from "./draft-form";
import type { ShellLabels } from "./shell-labels";

/** The keypad without a network: what it makes is a draft, and says so. */
export function CreateView({
  seen,
  locale,
  labels,
  description,
}: {
  seen: LastSeen;
  locale: string;
  labels: ShellLabels;
  description: string;
}) {
  // Each draft begins with a new form, and with a new intent.
  const [count, setCount] = useState(0);
  const { merchant } = seen;
  const currency = seen.usedCurrencies[0] ?? "USD";
  const expiry = typeof merchant.linkExpiry === "string" ? merchant.linkExpiry : "none";
  async function keep(made: Pick<OfflineDraft, "fields" | "link">): Promise<void> {
    await saveDraft({
      id: crypto.randomUUID(),
      intentId: crypto.randomUUID(),
      person: seen.person,
      slug: merchant.slug,
      business: merchant.id,
      mode: merchant.mode,
      ...made,
      madeAt: Date.now(),
      status: { kind: "waiting" },
    });
    setCount(count + 1);
  }
  return (
    <div className="grid max-w-xl grid-cols-1 gap-3 lg:gap-5">
      <h1 className="text-title max-lg:sr-only">{labels.create.title}</h1>
      <DraftForm
        key={count}
        {...{ seen, locale, labels }}
        note={count === 0 ? null : labels.drafts.kept}
        fields={{ ...emptyFields, currency, expiry, description: count === 0 ? description : "" }}
        submit={labels.drafts.keep}
        onDraft={keep}
      />
    </div>
  );
}
