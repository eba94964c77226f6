import { readXml } from "@/lib/spreadsheets/read-xml";

/** How numbers are shown, by the number of their style. */
export type Styles = {
  /** The styles that show a number as a date. */
  dateStyles: ReadonlySet<number>;
  /** Those that show it as a share of a hundred. */
  percentStyles: ReadonlySet<number>;
  /** The sign or name of a currency that a style shows. */
  markByStyle: ReadonlyMap<number, string>;
};

/** The numbers of Excel's own formats for dates and times. */
const dateFormats = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** In code units. Excel accepts no longer format; a file may have any, and refer to it very often. */
const longestFormat = 255;

type Format = { isDate: boolean; isPercent: boolean; mark: string | null };

/** The numbers of Excel's own formats `0%` and `0.00%`. */
const percentFormats = [9, 10];

export function readStyles(xml: string | undefined): Styles {
  const custom = new Map<number, Format>();
  const dateStyles = new Set<number>();
  const percentStyles = new Set<number>();
  const markByStyle = new Map<number, string>();
  let isCellStyle = false;
  let style = 0;
  readXml(xml ?? "<none/>", {
    open: (name, { numFmtId, formatCode }) => {
      if (name === "numFmt")
        custom.set(Number(numFmtId), readFormat((formatCode ?? "").slice(0, longestFormat)));
      if (name === "cellXfs") isCellStyle = true;
      if (name !== "xf" || !isCellStyle) return;
      const format = Number(numFmtId ?? 0);
      const isKnown = dateFormats.some(([from, to]) => format >= from && format <= to);
      const known = { isDate: isKnown, isPercent: percentFormats.includes(format), mark: null };
      const { isDate, isPercent, mark } = custom.get(format) ?? known;
      if (isDate) dateStyles.add(style);
      if (isPercent) percentStyles.add(style);
      if (mark !== null) markByStyle.set(style, mark);
      style += 1;
    },
    close: (name) => {
      if (name === "cellXfs") isCellStyle = false;
    },
  });
  return { dateStyles, percentStyles, markByStyle };
}

function readFormat(code: string): Format {
  const bare = code.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]|General|E[+-]/gi, "");
  // Days, months, years or hours, or a percent sign, outside of quotes and brackets.
  return { isDate: /[dmyhs]/i.test(bare), isPercent: bare.includes("%"), mark: findMark(code) };
}

/** A sign, a code, or a short name: `₡`, `R$`, `USD`, `Bs.`, `S/`. Other texts in a format, such as `kg`, are none. */
const mark = /^(?:.{0,3}\p{Sc}.{0,3}|[A-Z]{1,3}\.?|[A-Z]\/\.?|(?:Bs|Gs|Rs|Fr|kr)\.?|zł)$/u;

/** The currency in the part of a format that is for positive numbers: `[$₡-140A]#,##0.00`, `"R$" 0.00`. */
function findMark(code: string): string | null {
  const [positive = ""] = code.match(/^(?:"[^"]*"|\\.|[^;"])*/) ?? [];
  const text = positive
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '"$1"')
    .replace(/\[[^\]]*\]|_.|\*./g, "")
    .replace(/\\(.)/g, '"$1"');
  const quoted = [...text.matchAll(/"([^"]*)"|(\p{Sc})/gu)].map(([, inside, sign]) => inside ?? sign ?? "");
  const said = quoted.join("").trim();
  return mark.test(said) ? said : null;
}
