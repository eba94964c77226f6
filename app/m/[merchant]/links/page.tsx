import type { Metadata } from "next";
import { shortcutsAreOn } from "@/app/m/[merchant]/_shortcuts/shortcuts-are-on";
import { getTranslations } from "@/lib/i18n/translations";
import { SplitViewHint } from "./_history/split-view-hint";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("history"))("title") };
}

/** The history is in the list's slot. This is the place beside it on a desk while no link is open. */
export default async function NothingOpenPage() {
  return <SplitViewHint withKeys={await shortcutsAreOn()} />;
}
