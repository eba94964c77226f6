import { describe, expect, it, vi } from "vitest";
import { customerLanguages } from "@/lib/core/customer-language";
import { modes } from "@/lib/core/mode";
import { printLabels } from "@/lib/i18n/print-labels";
import type { Drawn, PrintedPage } from "@/lib/rendering/print/drawn";
import { fitText } from "@/lib/rendering/print/fit-text";
import { pagesPdf } from "@/lib/rendering/print/page-pdf";
import { papers, posterPapers, sheetPapers } from "@/lib/rendering/print/paper";
import { posterPage } from "@/lib/rendering/print/poster";
import { codesOnSheet, sheetPages } from "@/lib/rendering/print/sheet";
import { hasLettersFor, measureLength, toRuns } from "@/lib/rendering/print/typefaces";
import { plainQr } from "@/lib/rendering/qr/branded-qr";

// Typefaces take a while to load on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const url = "https://pay.4geeks.io/link/plink_3m4n5o6p7q8r";
const content = {
  merchant: { name: "Café Luna", color: "#0f766e" },
  logo: { width: 512, height: 200 },
  amount: "₡25 000,00",
  description: "Desayuno para dos con café y jugo de naranja",
  reference: "ref K7Q4",
  url,
  mode: "live",
  code: plainQr({ text: url, mode: "live", use: "print" }),
  labels: printLabels("es"),
} as const;
const longest = {
  merchant: { name: "Sociedad Anónima de Capital Variable ".repeat(3).slice(0, 80), color: "#fde68a" },
  amount: "R$ 99.999.999.999.999,99",
  description: "w".repeat(500),
  url: `${url}/${"x".repeat(200)}`,
} as const;

describe.each(posterPapers)("a poster on %s", (paper) => {
  const everyCase = modes.flatMap((mode) =>
    customerLanguages.flatMap((language) => [
      { mode, language, labels: {} },
      { mode, language, labels: longest },
    ]),
  );

  it("keeps all of it on the page and apart, whatever is written on it", () => {
    for (const { mode, language, labels } of everyCase) {
      const code = plainQr({ text: url, mode, use: "print" });
      const page = posterPage(paper, { ...content, ...labels, mode, code, labels: printLabels(language) });
      expect(troubles(page), `${mode} ${language}`).toEqual([]);
      expect(getCode(page).width / page.width, `${mode} ${language}`).toBeGreaterThan(0.24);
    }
  });

  it("says who, how much, what for, how and where, and its mode", () => {
    const page = posterPage(paper, { ...content, mode: "test" });
    const text = getText(page);
    const { scan, steps, orType, test } = content.labels;
    const { merchant, amount, description, reference } = content;
    const parts = [merchant.name, amount, description, reference, url, scan, ...steps, orType];
    for (const part of [...parts, test.word, test.sentence]) expect(text).toContain(part.replaceAll(" ", ""));
    expect(page.drawn.some((one) => one.kind === "shapes" && one.color === "#f59e0b")).toBe(true);
    expect([page.width, page.height]).toEqual([papers[paper].width, papers[paper].height]);
  });
});

describe.each(sheetPapers)("sheets on %s", (paper) => {
  const link = { ...content, amount: longest.amount, description: longest.description };
  const pages = sheetPages(paper, {
    links: Array(50).fill(link),
    name: longest.merchant.name,
    codeName: "QR",
  });

  it("have 21 codes each, and the last what is left", () => {
    expect(pages.map(({ drawn }) => drawn.filter(({ kind }) => kind === "code").length)).toEqual([
      codesOnSheet,
      codesOnSheet,
      8,
    ]);
    for (const page of pages) expect(troubles(page)).toEqual([]);
  });

  it("have codes large enough: half a millimetre a square", () => {
    for (const mode of modes) {
      const code = plainQr({ text: url, mode, use: "print" });
      const [page] = sheetPages(paper, {
        links: [{ ...link, mode, code }],
        name: "Café Luna",
        codeName: "QR",
      });
      if (!page) throw new Error("no page");
      expect(getCode(page).width / code.width).toBeGreaterThan(0.5);
    }
  });
});

describe("the PDF", () => {
  it("is of the pages' sizes, vectors and embedded typefaces, with signs that Figtree lacks", async () => {
    const pages = posterPapers.map((paper) => posterPage(paper, { ...content, logo: null }));
    const pdf = Buffer.from(await pagesPdf(pages, { title: "Café Luna", language: "es", logo: null }));
    const text = pdf.toString("latin1");
    expect(text.slice(0, 5)).toBe("%PDF-");
    const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(boxes.map(([, width]) => Math.round((Number(width) * 25.4) / 72))).toEqual([210, 148, 105, 216]);
    const fonts = new Set([...text.matchAll(/\/FontName \/\w{6}\+([\w-]+)/g)].map(([, name]) => name));
    expect([...fonts].sort()).toEqual([
      "Figtree-Bold",
      "Figtree-Regular",
      "NotoSans-Bold",
      "RobotoMono-Regular",
    ]);
    expect(text).not.toContain("/Subtype /Image");
    expect(pdf.length).toBeLessThan(150_000);
  });

  it("knows which letters it has", () => {
    for (const text of [
      "Café Luna ₡25 000,00",
      "Ñandú ¿qué? Ação",
      "Žluťoučký kůň",
      "Кафе",
      "Καφές",
      "Cà phê sữa",
      "Cafe\u0301 decomposed",
      // Characters without width, and dashes and letter forms that are drawn as their plain forms.
      "pan\u00adadería \u200bmesa\u2060 4",
      "mesas 10\u201120, 10\u201020, 10\u221220, 10\u201220",
      "\uff11\uff12\uff0d\uff13 \ufb01n \u2460",
    ])
      expect(hasLettersFor(text), text).toBe(true);
    for (const text of ["مقهى", "金龙餐厅", "Coffee ☕️", "カフェ"])
      expect(hasLettersFor(text), text).toBe(false);
  });
});

describe("what a file draws of a text", () => {
  const drawn = (text: string) =>
    toRuns(text, "normal")
      .map((run) => run.typeface && run.text)
      .join("");

  it.each([
    ["10\u201120", "10-20"],
    ["10\u201020", "10-20"],
    ["10\uff0d20", "10-20"],
    ["pan\u00adadería", "panadería"],
    ["mesa\u202f4\u00a0\u3000b", "mesa 4  b"],
    ["\uff11\uff12", "12"],
  ])("%j is %s", (text, plain) => {
    expect(drawn(text)).toBe(plain);
    expect(measureLength(text, "normal")).toBe(measureLength(plain, "normal"));
  });
});

describe("fitting text", () => {
  const fitted = (text: string, width: number, mostLines = 2) =>
    fitText(text, { face: "normal", width, sizes: [10, 8, 5], mostLines });

  it("takes the largest size that does, then ends in an ellipsis", () => {
    expect(fitted("Two coffees", 100)).toEqual({ lines: ["Two coffees"], size: 10 });
    expect(fitted("Two coffees and a cake", 60).size).toBe(10);
    expect(fitted("Two coffees and a cake and some more", 60).size).toBeLessThan(10);
    const { lines, size } = fitted("word ".repeat(100), 60);
    expect([lines.length, size, lines[1]?.endsWith("…")]).toEqual([2, 5, true]);
  });

  it("breaks a word only when there is nothing else to do, and never a letter in two", () => {
    expect(fitted("Donaudampfschifffahrt", 80).lines).toHaveLength(1);
    expect(fitted(`${"x".repeat(60)}`, 60).lines.join("")).toMatch(/^x+…$/);
    const family = "👨‍👩‍👧‍👦";
    const { lines } = fitted(family.repeat(40), 60);
    expect(lines.join("").replaceAll(family, "").replaceAll("…", "")).toBe("");
  });
});

/** What is outside the page, covers something, or is too small to read (less than two points). */
function troubles({ width, height, drawn }: PrintedPage): string[] {
  const boxes = drawn.flatMap((one) => getBox(one));
  const found = boxes.flatMap(({ name, left, right, top, bottom }) =>
    left < 2 || top < 2 || right > width - 2 || bottom > height - 2 ? [`${name} is off the page`] : [],
  );
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const isOver = (from: number, to: number, start: number, end: number) =>
        from < end - 0.1 && start < to - 0.1;
      if (
        isOver(one.left, one.right, other.left, other.right) &&
        isOver(one.top, one.bottom, other.top, other.bottom)
      )
        found.push(`${one.name} is over ${other.name}`);
    }
  }
  for (const one of drawn) if (one.kind === "text" && one.size < 1.5) found.push(`${one.text} is too small`);
  return found;
}

type Box = { name: string; left: number; right: number; top: number; bottom: number };

/** The places of things that must not overlap; for a line of text, from the height of its capitals down. */
function getBox(one: Drawn): Box[] {
  if (one.kind === "code") {
    const height = (one.width * one.picture.height) / one.picture.width;
    return [{ name: "the code", left: one.x, right: one.x + one.width, top: one.y, bottom: one.y + height }];
  }
  if (one.kind === "logo") {
    const { x, y, width, height } = one;
    return [{ name: "the logo", left: x, right: x + width, top: y, bottom: y + height }];
  }
  if (one.kind !== "text" || one.anchor === "middle") return [];
  const length = measureLength(one.text, one.face) * one.size;
  const left = one.anchor === "end" ? one.x - length : one.x;
  return [{ name: one.text, left, right: left + length, top: one.y - 0.7 * one.size, bottom: one.y }];
}

function getCode({ drawn }: PrintedPage): Drawn & { kind: "code" } {
  const code = drawn.find((one) => one.kind === "code");
  if (code?.kind !== "code") throw new Error("no code");
  return code;
}

function getText({ drawn }: PrintedPage): string {
  return drawn
    .flatMap((one) => (one.kind === "text" ? [one.text] : []))
    .join("")
    .replaceAll(" ", "");
}
