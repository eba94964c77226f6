import { isDatabaseUp } from "@/lib/platform/db";

export const dynamic = "force-dynamic";

/** Answers 200 when the database can be reached, so that the process can work. */
export async function GET(): Promise<Response> {
  const database = await isDatabaseUp();
  return Response.json(
    { status: database ? "ok" : "unavailable", database: database ? "ok" : "unreachable" },
    { status: database ? 200 : 503 },
  );
}
