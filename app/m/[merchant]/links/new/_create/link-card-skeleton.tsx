import type { Mode } from "@/lib/core/mode";
import { getTranslations } from "@/lib/i18n/translations";
import { qrPicture } from "@/lib/rendering/qr/qr-picture";
import { Icon } from "@/lib/ui/icon";
import { ModeTag } from "@/lib/ui/mode-tag";
import { StateBadge } from "@/lib/ui/state-badge";
import type { LinkCardSkeleton } from "./submitting-card";

/** As long as the addresses of 4Geeks, for the first link; later the last link's address is used. */
const usualUrl = "https://payments.4geeks.io/link/plink_000000000000";

/** The white margin and the frame around a code, and the squares in its corners, in modules. */
const [quietZone, frame, finder] = [4, 2, 7];

/** The parts of the card of a link that is still being created, in the sizes that they will have. */
export async function linkCardSkeleton(
  { mode, references }: { mode: Mode; references: boolean },
  lastUrl: string | null,
): Promise<LinkCardSkeleton> {
  const t = await getTranslations("link");
  const share = await getTranslations("share");
  const labels = await getTranslations("create");
  const url = lastUrl ?? usualUrl;
  return {
    mode: <ModeTag mode={mode} />,
    state: <StateBadge state="sending" />,
    reference: references && <span className="invisible">{t("reference", { reference: "0000" })}</span>,
    code: (
      <div className="grid gap-2">
        <div className="code-box grid justify-items-center">
          <div className="grid w-full *:[grid-area:1/1]">
            <Finders url={url} mode={mode} />
            <p
              role="status"
              className="max-w-40 self-center justify-self-center text-center font-bold text-black"
            >
              {labels("submitting")}
            </p>
          </div>
          <span className="touch invisible gap-2 text-small font-bold snug:min-h-7">
            <Icon name="expand" className="size-4" />
            {share("fullScreen")}
          </span>
        </div>
        <div className="touch invisible w-full justify-between gap-4">
          <span className="text-left font-mono text-small wrap-anywhere">{url}</span>
          <span className="inline-flex items-center gap-1 text-small font-bold">
            <Icon name="copy" className="size-4" />
            {share("copyAddress")}
          </span>
        </div>
      </div>
    ),
  };
}

/** The three squares in the corners of every code, in the places where the real code will have them. */
function Finders({ url, mode }: { url: string; mode: Mode }) {
  const { width, height } = qrPicture({ text: url, mode });
  const near = quietZone + (mode === "live" ? 0 : frame);
  const far = width - near - finder;
  const corners: [number, number][] = [
    [near, near],
    [far, near],
    [near, far],
  ];
  const square = ([x, y]: [number, number]) => `M${x} ${y}h7v7h-7zm1 1v5h5v-5zM${x + 2} ${y + 2}h3v3h-3z`;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      className="w-full rounded-box on-white fill-[#d6d3cd] p-1"
    >
      <path d={corners.map(square).join("")} fillRule="evenodd" />
    </svg>
  );
}
