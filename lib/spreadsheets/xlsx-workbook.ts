import { readXml } from "@/lib/spreadsheets/read-xml";
import { tableLimits } from "@/lib/spreadsheets/table";

export type Sheet = { name: string; path: string; isHidden: boolean };
export type Workbook = { sheets: Sheet[]; startsIn1904: boolean };

/** The sheets of a workbook in their order, with the paths of their files. */
export function readWorkbook(files: ReadonlyMap<string, string>): Workbook {
  const path = mainPath(files);
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const targets = readTargets(files.get(`${folder}_rels/${path.slice(folder.length)}.rels`) ?? "", folder);
  const workbook: Workbook = { sheets: [], startsIn1904: false };
  readXml(files.get(path) ?? "<none/>", {
    open: (name, attributes) => {
      if (name === "workbookPr") workbook.startsIn1904 = /^(?:1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? "";
      const isHidden = /hidden/i.test(attributes.state ?? "");
      workbook.sheets.push({ name: attributes.name ?? "", path: targets.get(id) ?? "", isHidden });
    },
  });
  return workbook;
}

function mainPath(files: ReadonlyMap<string, string>): string {
  let path = "xl/workbook.xml";
  readXml(files.get("_rels/.rels") ?? "<none/>", {
    open: (_, { Type: type, Target: target }) => {
      if (type?.endsWith("/officeDocument") && target) path = target.replace(/^\//, "");
    },
  });
  return path;
}

function readTargets(xml: string, folder: string): Map<string, string> {
  const targets = new Map<string, string>();
  readXml(xml || "<none/>", {
    open: (_, { Id: id, Target: target }) => {
      if (id && target) targets.set(id, target.startsWith("/") ? target.slice(1) : folder + target);
    },
  });
  return targets;
}

/** The texts that cells refer to by number. Rich text is joined; hints for pronunciation are left out. */
export function readSharedStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  let isText = false;
  let isHint = false;
  readXml(xml ?? "<none/>", {
    open: (name) => {
      if (name === "si") strings.push("");
      if (name === "rPh") isHint = true;
      isText = name === "t" && !isHint;
    },
    text: (text) => {
      if (isText) strings[strings.length - 1] += text;
    },
    close: (name) => {
      // Very many cells can refer to one text, so that it is cut here and not for each.
      if (name === "si")
        strings.push(
          unescapeText(strings.pop() ?? "")
            .slice(0, tableLimits.cell)
            .trim(),
        );
      if (name === "rPh") isHint = false;
      if (name === "t") isText = false;
    },
  });
  return strings;
}

/** Characters that XML cannot hold are written as `_x000D_`, and so is the beginning of such a text itself: `_x005F_`. */
export function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
