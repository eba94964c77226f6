import { after } from "next/server";
import { answerShortAddress, anywayParameter } from "@/lib/web/short-address";

/** A short address in development; otherwise bin/web/short-addresses.ts answers the same before Next is asked. */
export async function GET(request: Request, { params }: RouteContext<"/p/[code]">): Promise<Response> {
  const { method, headers, url } = request;
  const isAnyway = new URL(url).searchParams.has(anywayParameter);
  return answerShortAddress({ code: (await params).code, method, headers, isAnyway }, after);
}
