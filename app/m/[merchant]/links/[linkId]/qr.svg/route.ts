import { qrFile } from "@/app/m/[merchant]/links/[linkId]/qr-file";
import { qrSvg } from "@/lib/qr/qr-svg";

type Context = RouteContext<"/m/[merchant]/links/[linkId]/qr.svg">;

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return qrFile(await params, "image/svg+xml", (picture, title) => qrSvg(picture, { title }));
}
