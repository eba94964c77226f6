import type { Metadata } from "next";
import { getLocale, getTranslations } from "@/lib/i18n/translations";
import { offlineKeys } from "@/lib/web/offline-keys";
import { currentSession } from "@/lib/web/session";
import { OfflineShell } from "./_shell/offline-shell";
import { shellLabels } from "./_shell/shell-labels";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("offlineShell"))("title") };
}

/**
 * The page that the service worker stores and shows, at whatever address, when there is no network. It is the same for
 * everybody and holds nothing of anybody: what it shows is in the browser. With a network it is the page of the drafts,
 * and knows whose they are, also after they have lost their last business.
 */
export default async function OfflinePage() {
  const session = await currentSession().catch(() => null);
  const person = session && !session.till ? offlineKeys(session).person : null;
  return <OfflineShell person={person} locale={await getLocale()} labels={await shellLabels()} />;
}
