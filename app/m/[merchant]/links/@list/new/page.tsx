import { HistoryPane } from "@/app/m/[merchant]/links/_history/history-pane";
import { isHandheld } from "@/lib/ui/handheld";
import { requireMember } from "@/lib/web/require-member";

/** The list beside the form of a new link. */
export default async function ListBesideFormPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/links/new">) {
  if (await isHandheld()) return null;
  const { merchant } = await params;
  await requireMember(merchant, "links:create");
  return <HistoryPane slug={merchant} query={await searchParams} beside="new" />;
}
