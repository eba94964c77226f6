"use client";

import type { Language } from "@/lib/i18n/language/locale";
import { problems, type Missing as Why } from "@/lib/i18n/messages/problems";
import { PageTitle } from "@/lib/ui/page-title";
import { Problem } from "@/lib/ui/problem";

// Components of the browser with sentences of their own, because Next renders the pages for "not found" and "forbidden"
// with every page: its payload then names them alone. They use no link of the router, whose script the first page of a
// visit does not need.

/** In place of a page that is not there, or not for this person. */
export function Missing({ why, language }: { why: Why; language: Language }) {
  const said = problems[language];
  return (
    <Problem
      title={said[`${why}Title`]}
      text={said[`${why}Text`]}
      home={said.home}
      isGone={why === "notFound"}
    />
  );
}

/** The same inside a merchant, whose navigation leads on. */
export function MissingInside({ why, language }: { why: Why; language: Language }) {
  const said = problems[language];
  return (
    <>
      <PageTitle>{said[`${why}Title`]}</PageTitle>
      <p className="max-w-prose border-t border-line pt-6 text-muted">
        {why === "notFound" ? said.notFoundHereText : said.forbiddenText}
      </p>
    </>
  );
}
