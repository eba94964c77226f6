import { HistoryPane } from "@/app/m/[merchant]/links/_history/history-pane";

export default async function ListPage({ params, searchParams }: PageProps<"/m/[merchant]/links">) {
  return <HistoryPane slug={(await params).merchant} query={await searchParams} />;
}
