import { isUuid } from "@/lib/core/uuid";
import { cancelRun, getRun } from "@/lib/domain/payment-links/export-runs/get-run";
import type { ExportRun } from "@/lib/domain/payment-links/export-runs/schema";
import { getTranslations } from "@/lib/i18n/translations";
import type { ExportAnswer } from "@/lib/ui/exporting/export-answer";
import { noFile } from "@/lib/web/download";
import { findMember, type Member } from "@/lib/web/require-member";

type Context = RouteContext<"/m/[merchant]/links/exports/[exportId]">;
type Find = (member: Member, id: string) => Promise<ExportRun | null>;

/** How a person's export goes on. */
export function GET(_: Request, context: Context): Promise<Response> {
  return answer(context, ({ merchantId, person }, id) => getRun(merchantId, { id, userId: person.id }));
}

/** Cancels it. It is no server action, because those wait for each other and end with the page. */
export async function POST(request: Request, context: Context): Promise<Response> {
  if ((request.headers.get("sec-fetch-site") ?? "same-origin") !== "same-origin")
    return new Response(null, { status: 403 });
  return answer(context, ({ merchantId, person }, id) => cancelRun(merchantId, { id, userId: person.id }));
}

async function answer({ params }: Context, find: Find): Promise<Response> {
  const { merchant, exportId } = await params;
  const found = await findMember(merchant, "links:export");
  if (!found.ok) return noFile(found.code);
  const run = isUuid(exportId) ? await find(found.value, exportId) : null;
  // One that has not begun yet is no error of the page that asks.
  return Response.json(await inWords(run), { headers: { "cache-control": "no-store" } });
}

async function inWords(run: ExportRun | null): Promise<ExportAnswer> {
  const t = await getTranslations("exportRun");
  const { state, written, total } = run ?? { state: "missing" as const, written: 0, total: null };
  return {
    ...{ state, written, total },
    sentence:
      state === "running" && total !== null ? t("counted", { written, total }) : t(state, { written }),
    labels: { title: t("title"), cancel: t("cancel"), again: t("again"), close: t("close") },
  };
}
