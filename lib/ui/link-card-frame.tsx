import type { ReactNode } from "react";

/** The card on a link's page with its amount and description. While the link is being created, it has the same size. */
export function LinkCardFrame({
  mode,
  state,
  amount,
  description,
  reference,
  children,
}: {
  mode: ReactNode;
  state: ReactNode;
  amount: ReactNode;
  description: string;
  /** The short code at the end of the description, as upstream has it. */
  reference: ReactNode;
  /** Below the perforation: usually a code to scan. */
  children: ReactNode;
}) {
  return (
    <section className="arrive grid gap-5 snug:gap-3 rounded-box border border-line bg-surface p-(--card-padding) [--card-padding:1.25rem] snug:[--card-padding:1rem]">
      <div className="grid gap-3 snug:gap-2">
        <div className="flex items-center gap-3">
          {mode}
          <span className="ml-auto">{state}</span>
        </div>
        {amount}
        <p dir="auto" className="wrap-anywhere">
          {description}
          {reference && (
            <>
              {/* A space, so that there is a gap in whichever direction the line is written. */}
              <bdi className="mx-1 whitespace-nowrap font-mono text-small text-muted">{reference}</bdi>
            </>
          )}
        </p>
      </div>
      <div className="perforation" />
      {children}
    </section>
  );
}
