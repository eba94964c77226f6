import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OfflineShell } from "./_shell/offline-shell";
import { shellLabels } from "./_shell/shell-labels";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("offlineShell"))("title") };
}

/**
 * The page that the service worker stores and shows, at whatever address, when there is no network. It is the same for
 * everybody and reads no database: what it shows is in the browser. With a network it is the page of the drafts.
 */
export default async function OfflinePage() {
  return <OfflineShell locale={await getLocale()} labels={await shellLabels()} />;
}
