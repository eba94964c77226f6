import { isHandheld } from "@/lib/ui/handheld";
import { HistoryPane } from "../../history-pane";

/** Beside the form of a new link. */
export default async function ListBesideFormPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/links/new">) {
  if (await isHandheld()) return null;
  return <HistoryPane slug={(await params).merchant} query={await searchParams} beside="new" />;
}
