"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { NewLink } from "@/lib/payment-links/schema";
import { HeroAmount } from "@/lib/ui/hero-amount";
import { TicketFrame } from "@/lib/ui/ticket-frame";

/** The parts of a ticket that are not known yet, drawn by the server with the size of what they stand for. */
export type TicketStandIn = Record<"mode" | "state" | "reference" | "code", ReactNode>;

/** The ticket from the press on, until upstream answers: the link's page then takes its place without a shift. */
export function MakingTicket({
  link,
  locale,
  standIn,
  words,
}: {
  link: NewLink;
  locale: string;
  standIn: TicketStandIn;
  words: { title: string; slow: string };
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The real ticket does not arrive a second time: only its code does.
    document.documentElement.dataset.making = "";
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="grid max-w-md gap-5 max-lg:mx-auto">
      <h1 ref={heading} tabIndex={-1} className="sr-only">
        {words.title}
      </h1>
      <TicketFrame
        mode={standIn.mode}
        state={standIn.state}
        amount={<HeroAmount amountMinor={link.amountMinor} currency={link.currency} locale={locale} />}
        description={link.description}
        reference={standIn.reference}
      >
        {standIn.code}
      </TicketFrame>
      <p className="appear-late text-small text-muted">{words.slow}</p>
    </div>
  );
}
