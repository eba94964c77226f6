import type { Look } from "@/lib/rendering/print/print-query";
import type { Member } from "@/lib/web/require-member";

/** A path with the parameters of a query that have a value. */
export function withQuery(
  path: string,
  query: Record<string, string | readonly string[] | undefined>,
): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : (value ?? [])).flatMap((one) => (one ? [[name, one]] : [])),
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** The name of a look, which mentions the logo only if there is one. */
export function lookName(look: Look, { merchant }: Member): "plain" | "brand" | "color" {
  if (look === "plain") return "plain";
  return merchant.logoVersion ? "brand" : "color";
}
