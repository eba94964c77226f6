import { isUuid } from "@/lib/core/uuid";
import type { Permission } from "@/lib/domain/members/permissions";
import { cancelRun, getRun } from "@/lib/domain/payment-links/export-runs/get-run";
import type { ExportRun } from "@/lib/domain/payment-links/export-runs/schema";
import { getTranslations } from "@/lib/i18n/translations";
import type { ExportAnswer } from "@/lib/ui/exporting/export-answer";
import { noFile } from "@/lib/web/download";
import { findMember, type Member } from "@/lib/web/require-member";

type Params = { merchant: string; exportId: string };
/** Who may download such files, and what there are many of in them. */
type Kind = { permission: Permission; unit: "links" | "lines" };

/** How a person's export goes on. */
export function answerExport(params: Params, kind: Kind): Promise<Response> {
  return answer(params, kind, ({ merchantId, person }, id) => getRun(merchantId, { id, userId: person.id }));
}

/** Cancels it. It is no server action, because those wait for each other and end with the page. */
export async function cancelExport(request: Request, params: Params, kind: Kind): Promise<Response> {
  if ((request.headers.get("sec-fetch-site") ?? "same-origin") !== "same-origin")
    return new Response(null, { status: 403 });
  return answer(params, kind, ({ merchantId, person }, id) =>
    cancelRun(merchantId, { id, userId: person.id }),
  );
}

/** The run that the address of a file asks to be followed by, `?progress=` and an id that the browser has made. */
export function readRun(
  id: string | string[] | undefined,
  userId: string,
): { id: string; userId: string } | null {
  return typeof id === "string" && isUuid(id) ? { id, userId } : null;
}

async function answer(
  { merchant, exportId }: Params,
  { permission, unit }: Kind,
  find: (member: Member, id: string) => Promise<ExportRun | null>,
): Promise<Response> {
  const found = await findMember(merchant, permission);
  if (!found.ok) return noFile(found.code);
  const run = isUuid(exportId) ? await find(found.value, exportId) : null;
  // One that has not begun yet is no error of the page that asks.
  return Response.json(await inWords(run, unit), { headers: { "cache-control": "no-store" } });
}

async function inWords(run: ExportRun | null, unit: Kind["unit"]): Promise<ExportAnswer> {
  const t = await getTranslations("exportRun");
  const counts = unit === "links" ? t : await getTranslations("exportLines");
  const { state, written, total } = run ?? { state: "missing" as const, written: 0, total: null };
  const say = () => {
    if (state === "missing" || state === "cancelled") return t(state);
    return state === "running" && total !== null
      ? counts("counted", { written, total })
      : counts(state, { written });
  };
  return {
    ...{ state, written, total },
    sentence: say(),
    labels: { title: t("title"), cancel: t("cancel"), again: t("again"), close: t("close") },
  };
}
