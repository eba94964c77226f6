import { unstable_rethrow } from "next/navigation";
import type { FilterIssue } from "@/lib/core/filters";
import { merchantPaths } from "@/lib/core/merchant-paths";
import type { Permission } from "@/lib/domain/members/permissions";
import { isCancelledExport } from "@/lib/domain/payment-links/export-runs/schema";
import { getTranslations } from "@/lib/i18n/translations";
import { type BusyError, isBusy } from "@/lib/platform/fair-queue";
import { log } from "@/lib/platform/log";
import { findMember, type Member, type MemberFailure } from "@/lib/web/require-member";

const statuses = {
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  second_factor_missing: 403,
} as const satisfies Record<MemberFailure, number>;

/**
 * Answers the address of a file. A person without access gets a status and a sentence, never a page, which a browser
 * would save under the file's name.
 */
export async function download(
  request: Request,
  { slug, permission }: { slug: string; permission: Permission },
  toFile: (member: Member) => Promise<Response>,
): Promise<Response> {
  try {
    const found = await findMember(slug, permission);
    if (!found.ok) return await noFile(found.code);
    const { merchant } = found.value;
    return merchant.slug === slug ? await toFile(found.value) : moveOn(request, merchant.slug);
  } catch (error) {
    unstable_rethrow(error);
    // Whoever asked is gone, or wants no file any more; nobody reads this answer.
    if (request.signal.aborted || isCancelledExport(error)) return new Response(null, { status: 499 });
    if (isBusy(error)) return await busy(error);
    log().error({ err: error }, "a file could not be made");
    return await noFile("failed");
  }
}

export async function noFile(code: MemberFailure | "failed"): Promise<Response> {
  const t = await getTranslations("download");
  return sentence(code === "failed" ? 500 : statuses[code], t(code));
}

async function busy({ retryAfterSeconds }: BusyError): Promise<Response> {
  const response = sentence(503, (await getTranslations("download"))("busy"));
  response.headers.set("retry-after", String(retryAfterSeconds));
  return response;
}

/** Refuses to make a file when a filter cannot be read: without that filter it would hold too much. */
export async function unreadableFile(
  issues: readonly FilterIssue[],
  names: Readonly<Record<string, string>>,
): Promise<Response> {
  const t = await getTranslations("filterIssue");
  return sentence(400, issues.map(({ name, code }) => t(code, { name: names[name] ?? name })).join("\n"));
}

export function sentence(status: number, text: string): Response {
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  return new Response(text, { status, headers });
}

/** Redirects an address that has a former slug of the merchant. */
function moveOn(request: Request, slug: string): Response {
  const { pathname, search } = new URL(request.url);
  const location = pathname.replace(/^\/m\/[^/]+/, merchantPaths(slug).home) + search;
  return new Response(null, { status: 307, headers: { location, "cache-control": "no-store" } });
}
