import { csvForExcel } from "@/lib/core/csv";
import { getQuery } from "@/lib/core/filters";
import { isUuid } from "@/lib/core/uuid";
import { may } from "@/lib/domain/members/permissions";
import { exportBatch } from "@/lib/domain/payment-links/bulk/export-batch";
import { getBatch } from "@/lib/domain/payment-links/bulk/get-batch";
import { type BatchRow, isNoteProblem, type ProblemCode } from "@/lib/domain/payment-links/bulk/schema";
import { toShownState } from "@/lib/domain/payment-links/schema";
import { getLocale, getTranslations } from "@/lib/i18n/translations";
import { decimalMark } from "@/lib/money/format-money";
import { getActor } from "@/lib/web/actor";
import { download, noFile } from "@/lib/web/download";
import { exportResponse } from "@/lib/web/export-response";

type Context = RouteContext<"/m/[merchant]/bulk/[batchId]/results.csv">;

/** What became of each row of a table, for the spreadsheet that it came from. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { merchant: slug, batchId } = await params;
  return download(
    request,
    { slug, permission: "links:create" },
    async ({ view, merchant, person, till, role }) => {
      const found = isUuid(batchId) ? await getBatch(view, batchId) : null;
      const isOwn = found?.batch.createdBy.id === person.id;
      if (!found || (!isOwn && !may(role, "links:export"))) return noFile("not_found");
      const t = await getTranslations("bulk");
      const rows = exportBatch({
        ...{ view, batch: found.batch, actor: await getActor({ person, till }) },
        only: getQuery(request.url).rows === "refused" ? "refused" : "all",
        names: [t("resultRow"), t("resultState"), t("resultLink"), t("resultReference"), t("resultProblem")],
        describe: await rowDescriber(),
      });
      return exportResponse(rows, {
        name: `${slug}-links-${batchId.slice(-6)}`,
        personId: person.id,
        format: csvForExcel(decimalMark(await getLocale())),
        timeZone: merchant.timeZone,
      });
    },
  );
}

async function rowDescriber(): Promise<(row: BatchRow) => { state: string; problem: string }> {
  const t = await getTranslations("bulk");
  const states = await getTranslations("state");
  const problem = await getTranslations("bulkProblem");
  const errors = await getTranslations("errors");
  const say = (code: ProblemCode) => (isNoteProblem(code) ? errors(code) : problem(code));
  return ({ problems, link }) => {
    if (problems) return { state: t("notSent"), problem: problems.map(({ code }) => say(code)).join(" ") };
    if (!link) return { state: t("notSent"), problem: "" };
    // What became of the row, and not of its link since then.
    const since = { markedPaidAt: null, cancelledAt: null, expiresAt: null, firstOpenedAt: null };
    const asCreated = { active: true, ...since };
    const state = states(toShownState({ state: link.state, ...asCreated }));
    return { state, problem: link.state !== "ready" && link.failureCode ? errors(link.failureCode) : "" };
  };
}
