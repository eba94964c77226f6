import { qrFile } from "@/app/m/[merchant]/links/[linkId]/qr-file";
import { qrPng } from "@/lib/qr/qr-png";

type Context = RouteContext<"/m/[merchant]/links/[linkId]/qr.png">;

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return qrFile(await params, "image/png", (picture) => qrPng(picture, { widthPixels: 1024 }));
}
