import type { ReactNode } from "react";
import { paths } from "@/lib/core/paths";
import { PageLink } from "@/lib/ui/page-link";
import { Wordmark } from "@/lib/ui/wordmark";

/** A page that cannot show what was asked for: why, and where to go. */
export function Problem({
  title,
  text,
  home,
  children,
}: {
  title: string;
  text: string;
  home: string;
  children?: ReactNode;
}) {
  return (
    <main className="mx-auto grid max-w-md gap-4 px-5 pt-16">
      <Wordmark />
      <h1 className="mt-6 text-title">{title}</h1>
      <p className="text-muted">{text}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        {children}
        <PageLink href={paths.merchants} className="button button-quiet">
          {home}
        </PageLink>
      </div>
    </main>
  );
}
