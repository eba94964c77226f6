import { qrFile } from "@/app/m/[merchant]/links/[linkId]/_print/qr-file";
import { qrSvg } from "@/lib/rendering/qr/qr-svg";

type Context = RouteContext<"/m/[merchant]/links/[linkId]/qr.svg">;

export function GET(request: Request, { params }: Context): Promise<Response> {
  return qrFile(
    request,
    params,
    { extension: "svg", type: "image/svg+xml" },
    ({ picture, logo }, { title, size }) =>
      qrSvg(picture, { title, widthPixels: size, logo: logo?.png ?? null }),
  );
}
