"use client";

import type { ReactNode } from "react";
import { paths } from "@/lib/core/paths";
import { OfflineEnd } from "@/lib/ui/offline/keeper";
import { Wordmark } from "@/lib/ui/wordmark";

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
