import { HistoryPane } from "@/app/m/[merchant]/links/_history/history-pane";
import { isHandheld } from "@/lib/ui/handheld";

/** The list beside an open link, where there is room for it. */
export default async function ListBesideLinkPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/links/[linkId]">) {
  if (await isHandheld()) return null;
  const { merchant, linkId } = await params;
  return <HistoryPane slug={merchant} query={await searchParams} beside={{ linkId }} />;
}
