"use client";

import { type ComponentProps, useEffect } from "react";
import { LatePart, useLatePart } from "@/lib/ui/late-part";
import { useIsLeaving } from "@/lib/ui/page-link";
import type { PendingCard } from "@/lib/ui/pending-page";

type Props = ComponentProps<typeof PendingCard>;

// In one file with what the tabs of the frame show, which is there since the first page.
const card = new LatePart<Props>(async () => (await import("@/lib/ui/pending-page")).PendingCard);

/** What a row knows of its link, shown from the tap on until the link's page is there. */
export function PendingLink(props: Props) {
  return useIsLeaving() ? <Shown {...props} /> : null;
}

function Shown(props: Props) {
  const Card = useLatePart(card);
  return (
    <>
      <span data-pending="" hidden />
      {Card && <Card {...props} />}
    </>
  );
}

/** Loads what is shown then, before anything is tapped. */
export function usePendingCard(): void {
  useEffect(() => void card.preload(), []);
}
