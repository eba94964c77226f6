import type { NextRequest } from "next/server";

/**
 * What comes before each request: `guardRequest`. In production only forms come here, because bin/process/prepare-page.ts
 * does the same for pages. But Next loads this file with the first page, so what it takes waits until it is needed.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { guardRequest } = await import("@/lib/web/guard-request");
  return guardRequest(request);
}

/** Requests with this header have been prepared already: `preparedHeader`, written out because Next reads this text. */
export const config = {
  matcher: [
    {
      source: "/((?!_next/static|_next/image).*)",
      missing: [{ type: "header", key: "x-cobro-prepared" }],
    },
  ],
};
