"use client";

import { type ReactNode, useEffect } from "react";
import { createPortal } from "react-dom";
import type { IconName } from "@/lib/ui/icon";
import { LinkCardFrame } from "@/lib/ui/link-card-frame";
import { scaledToFit } from "@/lib/ui/scaled-to-fit";

/**
 * What is known of the page that was tapped, over the page before, until it is there. Pages themselves are sent whole
 * (decision 0003), so that the link that leads to one draws this.
 */
export function PendingPage({ className = "", children }: { className?: string; children: ReactNode }) {
  useEffect(() => {
    const main = document.getElementById("content");
    main?.setAttribute("aria-busy", "true");
    return () => main?.removeAttribute("aria-busy");
  }, []);
  const frame = document.querySelector(".frame");
  if (!frame) return null;
  return createPortal(
    <div aria-hidden="true" className={`pending-page ${className}`}>
      <div className="grid gap-5 desk:gap-3">{children}</div>
    </div>,
    frame,
  );
}

/** The page behind a tab: its title, and shapes in the sizes of what it usually begins with. */
export function PendingTab({ icon, label }: { icon: IconName; label: string }) {
  if (icon === "plus") return <PendingTill />;
  return (
    <PendingPage>
      <p className="flex min-h-12 items-center text-title font-bold">{label}</p>
      {icon === "list" && (
        <>
          <Bone className="h-12" />
          <Bone className="mb-10 h-4 w-24" />
        </>
      )}
      <div className="divide-y divide-line border-t border-line">
        {rows.map((row) => (
          <div key={row} className="grid min-h-18 content-center gap-2">
            <Bone className="h-4 w-1/3" />
            <Bone className="h-4 w-2/3" />
          </div>
        ))}
      </div>
    </PendingPage>
  );
}

/** The page of a new link: an amount, a description, and on a phone keys and a button. */
function PendingTill() {
  return (
    <PendingPage>
      <Bone className="mt-10 h-14 w-1/2" />
      <Bone className="h-12 max-w-xl" />
      <div className="absolute inset-x-5 bottom-3 grid grid-cols-4 gap-2 lg:hidden">
        {keys.map((key) => (
          <Bone key={key} className="h-14" />
        ))}
        <Bone className="col-span-4 h-14" />
      </div>
    </PendingPage>
  );
}

/** The page of a link: what a row of the history knows of it, in the places where the page will have it. */
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

function Bone({ className }: { className: string }) {
  return <div className={`rounded-box bg-sunken ${className}`} />;
}

const rows = [1, 2, 3, 4, 5, 6];
const keys = Array.from({ length: 16 }, (_, place) => place);
