"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { NewLink } from "@/lib/domain/payment-links/schema";
import { HeroAmount } from "@/lib/ui/hero-amount";
import { LinkCardFrame } from "@/lib/ui/link-card-frame";

/** The parts of a link card that are not known yet, rendered by the server in the size of the real ones. */
export type LinkCardSkeleton = Record<"mode" | "state" | "reference" | "code", ReactNode>;

/** The link card from the submission until upstream answers. The link's page then replaces it, and nothing moves. */
export function SubmittingCard({
  link,
  locale,
  skeleton,
  labels,
}: {
  link: NewLink;
  locale: string;
  skeleton: LinkCardSkeleton;
  labels: { title: string; slow: string };
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The real link card is not animated again; only its code is.
    document.documentElement.dataset.submitting = "";
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="grid max-w-md gap-5 snug:gap-3 max-lg:mx-auto">
      <h1 ref={heading} tabIndex={-1} className="sr-only">
        {labels.title}
      </h1>
      <LinkCardFrame
        mode={skeleton.mode}
        state={skeleton.state}
        amount={<HeroAmount amountMinor={link.amountMinor} currency={link.currency} locale={locale} />}
        description={link.description}
        reference={skeleton.reference}
      >
        {skeleton.code}
      </LinkCardFrame>
      <p className="appear-late text-small text-muted">{labels.slow}</p>
    </div>
  );
}
