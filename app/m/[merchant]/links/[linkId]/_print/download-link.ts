import { findLinkAt } from "@/app/m/[merchant]/links/[linkId]/_card/load-link";
import { isShareable, type ShareableLink } from "@/lib/domain/payment-links/schema";
import { getTranslations } from "@/lib/i18n/translations";
import { download, noFile, sentence } from "@/lib/web/download";
import type { Member } from "@/lib/web/require-member";

/** Answers the address of a file of one link. A link that cannot be paid has no files. */
export async function downloadLink(
  request: Request,
  params: Promise<{ merchant: string; linkId: string }>,
  toFile: (member: Member, link: ShareableLink) => Promise<Response>,
): Promise<Response> {
  const { merchant: slug, linkId } = await params;
  return download(request, { slug, permission: "links:print" }, async (member) => {
    const link = await findLinkAt(member, linkId);
    if (!link) return noFile("not_found");
    return isShareable(link)
      ? toFile(member, link)
      : sentence(404, (await getTranslations("print"))("noFile"));
  });
}
