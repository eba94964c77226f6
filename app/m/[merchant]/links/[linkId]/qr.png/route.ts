import { leastWidth, qrFile } from "@/app/m/[merchant]/links/[linkId]/_print/qr-file";
import { brandedPng } from "@/lib/rendering/qr/qr-png";

type Context = RouteContext<"/m/[merchant]/links/[linkId]/qr.png">;

export function GET(request: Request, { params }: Context): Promise<Response> {
  return qrFile(request, params, { extension: "png", type: "image/png" }, (code, { size }) => {
    if (size < leastWidth(code)) return null;
    return brandedPng(code, { widthPixels: size });
  });
}
