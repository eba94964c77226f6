import { readLinkCode } from "@/lib/core/link-code";
import { findPreview } from "@/lib/domain/payment-links/short/find-preview";
import { previewTexts } from "@/lib/i18n/customer-message";
import { BusyError } from "@/lib/platform/fair-queue";
import { addressGuesses } from "@/lib/platform/miss-limit";
import { toNetwork } from "@/lib/platform/network-address";
import { draw } from "@/lib/rendering/drawing/draw";
import { clientAddressHeader } from "@/lib/web/address";
import { pickCustomerLanguage } from "@/lib/web/customer-page";

type Context = RouteContext<"/p/[code]/picture.png">;

/** The picture of a link that messengers show. Whoever guesses codes here is told to wait as at the addresses themselves. */
export async function GET({ headers, signal }: Request, { params }: Context): Promise<Response> {
  const network = toNetwork(headers.get(clientAddressHeader));
  const guesses = addressGuesses();
  const code = readLinkCode((await params).code);
  const preview = code === null ? null : await findPreview(code);
  if (preview === null) {
    const isOver = guesses.isOver(network);
    guesses.add(network);
    return new Response(null, { status: isOver ? 429 : 404, headers: { "cache-control": "no-store" } });
  }
  const { name, color, logo, description, mode } = preview;
  const { amount, notReal } = previewTexts(preview, pickCustomerLanguage(null, preview.customerLanguages));
  const about = { merchant: { name, color }, logo, amount, description, mode, notReal };
  try {
    const png = await draw("linkPreview", about, { personId: network, signal });
    return new Response(png, {
      headers: {
        "content-type": "image/png",
        // A messenger may keep it for a moment. The link may be cancelled, or its price be another one.
        "cache-control": "public, max-age=300",
        "x-robots-tag": "noindex",
      },
    });
  } catch (error) {
    if (error instanceof BusyError)
      return new Response(null, { status: 503, headers: { "retry-after": "5" } });
    throw error;
  }
}
