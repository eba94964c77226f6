import sax, { type QualifiedTag, type Tag } from "sax";
import { TableError } from "@/lib/spreadsheets/table";

export type XmlHandlers = {
  /** Names are without their prefix. */
  open?: (name: string, attributes: Readonly<Record<string, string | undefined>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/**
 * Runs through an XML document. Entities of its own are not resolved, and nothing outside of it is read.
 * @throws {TableError} when it is not well formed.
 */
export function readXml(xml: string, { open, text, close }: XmlHandlers): void {
  const reader = sax.parser(true);
  reader.onopentag = (tag) => open?.(local(tag.name), toAttributes(tag));
  reader.ontext = (found) => text?.(found);
  reader.oncdata = (found) => text?.(found);
  reader.onclosetag = (name) => close?.(local(name));
  reader.onerror = () => {
    throw new TableError({ code: "table_damaged" });
  };
  reader.write(xml).close();
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function toAttributes(tag: Tag | QualifiedTag): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tag.attributes).map(([name, value]) => [
      name,
      typeof value === "string" ? value : value.value,
    ]),
  );
}
