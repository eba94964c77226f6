import type { ReactNode } from "react";
import { LinkCardFrame } from "@/lib/ui/link-card-frame";
import { PendingPage } from "@/lib/ui/pending-page";
import { scaledToFit } from "@/lib/ui/scaled-to-fit";

/** What a row knows of its link, in the places where the link's page will have it. */
export function PendingCard({
  amount,
  description,
  state,
}: {
  amount: string;
  description: string;
  state: ReactNode;
}) {
  return (
    <PendingPage className="desk:hidden">
      <LinkCardFrame
        mode={null}
        state={state}
        amount={
          <p translate="no" className="@container">
            <span
              style={{ fontSize: scaledToFit(amount.length * 0.55) }}
              className="block font-bold tabular-nums leading-none tracking-tight"
            >
              {amount}
            </span>
          </p>
        }
        description={description}
        reference={null}
      >
        <div className="code-box aspect-square rounded-box bg-sunken" />
      </LinkCardFrame>
    </PendingPage>
  );
}
