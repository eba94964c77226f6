import { answerExport, cancelExport } from "@/app/m/[merchant]/_exports/answer-export";

type Context = RouteContext<"/m/[merchant]/settings/audit/exports/[exportId]">;
const kind = { permission: "audit:read", unit: "lines" } as const;

/** How a person's export of the log goes on. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answerExport(await params, kind);
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return cancelExport(request, await params, kind);
}
