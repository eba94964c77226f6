"use client";

import type { ReactNode } from "react";
import { paths } from "@/lib/core/paths";
import { OfflineEnd } from "@/lib/ui/offline/keeper";
import { PageTitle } from "@/lib/ui/page-title";
import { Wordmark } from "@/lib/ui/wordmark";

// Components of the browser, because Next renders the pages for "not found" and "forbidden" with every page: of these, its
// payload then has only the sentences. They use no link of the router, whose script the first page of a visit does not need.

/** A page that cannot show what was asked for: why, and where to go. */
export function Problem({
  title,
  text,
  home,
  children,
  isGone = false,
}: {
  title: string;
  text: string;
  home: string;
  children?: ReactNode;
  /** Perhaps a business that is closed, or whose team one has left: nothing that was seen of it stays. */
  isGone?: boolean;
}) {
  return (
    <main className="mx-auto grid max-w-md gap-4 px-5 pt-16">
      {isGone && <OfflineEnd below={`${paths.merchants}/`} />}
      <Wordmark />
      <h1 className="mt-6 text-title">{title}</h1>
      <p className="text-muted">{text}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        {children}
        <a href={paths.merchants} className="button button-quiet">
          {home}
        </a>
      </div>
    </main>
  );
}

/** The same inside a merchant, whose navigation leads on. */
export function ProblemInside({ title, text }: { title: string; text: string }) {
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <p className="max-w-prose border-t border-line pt-6 text-muted">{text}</p>
    </>
  );
}
