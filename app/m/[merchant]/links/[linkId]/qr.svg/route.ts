import { qrFile } from "@/app/m/[merchant]/links/[linkId]/_print/qr-file";

type Context = RouteContext<"/m/[merchant]/links/[linkId]/qr.svg">;

export function GET(request: Request, { params }: Context): Promise<Response> {
  return qrFile(request, params, { extension: "svg", type: "image/svg+xml" });
}
