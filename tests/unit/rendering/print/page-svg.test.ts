import { expect, test } from "vitest";
import type { Drawn } from "@/lib/rendering/print/drawn";
import { pageSvg } from "@/lib/rendering/print/page-svg";
import { plainQr } from "@/lib/rendering/qr/branded-qr";
import { rectangle } from "@/lib/rendering/qr/shapes";

const options = { codesAs: "paths", logoHref: null } as const;
const place = { x: 1, y: 2, anchor: "start", size: 3, face: "normal", color: "#1c1a17" } as const;

function inner(drawn: Drawn[], more: Partial<Parameters<typeof pageSvg>[1]> = {}): string {
  return pageSvg({ width: 100, height: 100, drawn }, { ...options, ...more }).inner;
}

test("what people wrote is text, and cannot become an element or an attribute", () => {
  const hostile = `</text><script>alert("1")</script>`;
  const box = { x: 0, y: 0, width: 9, height: 9 };
  const picture = plainQr({ text: "https://pay.example.com/link/1", mode: "live", use: "print" });
  const svg = inner(
    [
      { kind: "text", text: hostile, ...place, color: `"><script>` },
      { kind: "code", ...box, picture, name: hostile },
      { kind: "logo", ...box },
    ],
    { logoHref: `"><script>` },
  );
  expect(svg).not.toContain("<script");
  expect(svg).toContain("&lt;script&gt;alert(&quot;1&quot;)");
});

test("a text written right to left ends where its block starts", () => {
  expect(inner([{ kind: "text", text: "شاي بالنعناع", ...place }])).toContain(
    'text-anchor="end" direction="rtl"',
  );
  expect(inner([{ kind: "text", text: "Café", ...place }])).not.toContain("direction");
});

test("shapes that follow each other in one color are one path", () => {
  const bar = (color: string): Drawn => ({ kind: "shapes", shapes: [rectangle(0, 0, 1, 1)], color });
  const svg = inner([bar("#000000"), bar("#000000"), bar("#ff0000"), { kind: "text", text: "a", ...place }]);
  expect(svg.match(/<path /g)).toHaveLength(2);
  expect(svg).toContain('fill="#000000" d="m0 0h1v1h-1zm0 0h1v1h-1z"');
});

test("many codes are small pictures", () => {
  const picture = plainQr({ text: "https://pay.example.com/link/1", mode: "test", use: "print" });
  const code = { kind: "code", x: 0, y: 0, width: 9, picture, name: "QR" } as const;
  const asPicture = inner([code], { codesAs: "pictures" });
  expect(asPicture).toContain("data:image/png;base64,");
  expect(asPicture.length).toBeLessThan(inner([code]).length / 4);
});
