import { HistoryPane } from "@/app/m/[merchant]/links/_history/history-pane";
import { isHandheld } from "@/lib/ui/handheld";

/** Beside an open link, for those who have the room. */
export default async function ListBesideLinkPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/links/[linkId]">) {
  if (await isHandheld()) return null;
  const { merchant, linkId } = await params;
  return <HistoryPane slug={merchant} query={await searchParams} beside={{ linkId }} />;
}
