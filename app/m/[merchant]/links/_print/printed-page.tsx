import "./print.css";
import type { DrawnView, PageView } from "@/lib/rendering/print/page-view";
import type { Paper } from "@/lib/rendering/print/paper";

/** A page for paper: on the screen as wide as there is room for, and printed in its true size. */
export function PrintedPageView({
  page,
  paper,
  logoHref,
}: {
  page: PageView;
  paper: Paper;
  logoHref: string | null;
}) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is text to be read, not one picture.
    <svg viewBox={`0 0 ${page.width} ${page.height}`} data-paper={paper} className="printed-page on-white">
      {page.drawn.map((drawn, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is drawn once.
        <One key={index} drawn={drawn} logoHref={logoHref} />
      ))}
    </svg>
  );
}

function One({ drawn, logoHref }: { drawn: DrawnView; logoHref: string | null }) {
  if (drawn.kind === "text") return <Line {...drawn} />;
  if (drawn.kind === "disc") return <circle cx={drawn.x} cy={drawn.y} r={drawn.radius} fill={drawn.color} />;
  if (drawn.kind === "logo") return logoHref ? <Logo href={logoHref} box={drawn} /> : null;
  if (drawn.kind === "code") return <Code {...drawn} logoHref={logoHref} />;
  if (drawn.kind === "picture") return <Picture {...drawn} />;
  if (drawn.kind === "path") return <path fill={drawn.color} d={drawn.d} />;
  const { x, y, width, height, radius, line, color } = drawn;
  return <rect {...{ x, y, width, height }} rx={radius} fill="none" stroke={color} strokeWidth={line} />;
}

const faces = {
  normal: { fontFamily: "var(--font-sans)", fontWeight: 400 },
  bold: { fontFamily: "var(--font-sans)", fontWeight: 700 },
  mono: { fontFamily: "var(--font-mono)", fontWeight: 400 },
} as const;

function Line({ text, x, y, anchor, size, face, color }: DrawnView & { kind: "text" }) {
  // The block of a text written right to left is at the same place, so its anchor is its end.
  const isLeftward = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
  const turned = { start: "end", middle: "middle", end: "start" } as const;
  return (
    <text
      x={x}
      y={y}
      fontSize={size}
      fill={color}
      textAnchor={isLeftward ? turned[anchor] : anchor}
      direction={isLeftward ? "rtl" : "ltr"}
      style={faces[face]}
    >
      {text}
    </text>
  );
}

function Code({
  name,
  paths,
  logo,
  logoHref,
  ...box
}: DrawnView & { kind: "code" } & { logoHref: string | null }) {
  const { x, y, width, height, viewBox } = box;
  return (
    <svg role="img" aria-label={name} {...{ x, y, width, height, viewBox }} shapeRendering="crispEdges">
      {paths.map(({ fill, d }) => (
        <path key={fill} fill={fill} d={d} />
      ))}
      {logo && logoHref && <Logo href={logoHref} box={logo} />}
    </svg>
  );
}

function Picture({ kind: _kind, name, ...place }: DrawnView & { kind: "picture" }) {
  // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: this is SVG's image, which nobody can press.
  return <image role="img" aria-label={name} {...place} className="[image-rendering:pixelated]" />;
}

function Logo({ href, box }: { href: string; box: { x: number; y: number; width: number; height: number } }) {
  const { x, y, width, height } = box;
  return <image href={href} {...{ x, y, width, height }} imageRendering="auto" />;
}
