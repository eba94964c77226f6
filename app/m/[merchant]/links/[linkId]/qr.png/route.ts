import { qrFile } from "@/app/m/[merchant]/links/[linkId]/_print/qr-file";

type Context = RouteContext<"/m/[merchant]/links/[linkId]/qr.png">;

export function GET(request: Request, { params }: Context): Promise<Response> {
  return qrFile(request, params, { extension: "png", type: "image/png" });
}
