"use client";

import { useLinkStatus } from "next/link";
import type { ReactNode } from "react";
import { scaledToFit } from "@/lib/ui/hero-amount";
import { LinkCardFrame } from "@/lib/ui/link-card-frame";
import { PendingPage } from "@/lib/ui/pending-page";

/** What a row knows of its link, shown from the tap on until the link's page is there. */
export function PendingLink({
  amount,
  description,
  state,
}: {
  amount: string;
  description: string;
  state: ReactNode;
}) {
  if (!useLinkStatus().pending) return null;
  return (
    <>
      <span data-pending="" hidden />
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
    </>
  );
}
