import { answerExport, cancelExport } from "@/app/m/[merchant]/_exports/answer-export";

type Context = RouteContext<"/m/[merchant]/close/exports/[exportId]">;
const kind = { permission: "links:export", unit: "lines" } as const;

/** How a person's export of a close goes on. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answerExport(await params, kind);
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return cancelExport(request, await params, kind);
}
