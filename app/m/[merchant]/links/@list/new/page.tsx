import { requireMember } from "@/lib/auth/require-member";
import { isHandheld } from "@/lib/ui/handheld";
import { HistoryPane } from "../../history-pane";

/** Beside the form of a new link. */
export default async function ListBesideFormPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/links/new">) {
  if (await isHandheld()) return null;
  const { merchant } = await params;
  await requireMember(merchant, "links:create");
  return <HistoryPane slug={merchant} query={await searchParams} beside="new" />;
}
