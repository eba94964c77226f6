import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { shortcutsAreOn } from "@/app/m/[merchant]/shortcuts-are-on";
import { DeskHint } from "./desk-hint";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("history"))("title") };
}

/** The history itself is in the list's slot; this is the place beside it on a desk, as long as no link is open. */
export default async function NothingOpenPage() {
  return <DeskHint withKeys={await shortcutsAreOn()} />;
}
