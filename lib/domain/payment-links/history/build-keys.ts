import type { MerchantId } from "@/lib/core/merchant-id";

/**
 * What the index of links must hold for a condition to be true, as a `tsquery` over the keys that `link_search_keys`
 * makes of a row (see the migration `link_search`); null when the index cannot tell.
 */
export type SearchKeys = string | null;

/** The keys of a merchant's links; those of others begin with something else. */
export type KeyMaker = {
  /** A part of a link's texts, folded. */
  text: (folded: string) => SearchKeys;
  /** A part of upstream's id, in lower case. */
  upstreamId: (part: string) => SearchKeys;
  /** A part of an address without its scheme, in lower case. */
  url: (part: string) => SearchKeys;
  fact: (name: FactName, value: string | number | boolean) => SearchKeys;
};

type FactName = "mode" | "state" | "active" | "currency" | "tag" | "creator" | "amount";

/** What the ids of one upstream begin with, as in `plink_`: its pieces are in every link, and long to read. */
const commonStart = /^[a-z]+_(?=.{3})/;

/** As much of a part of an address as the index holds. */
const longestSegment = 60;

export function keyMaker(merchantId: MerchantId): KeyMaker {
  const owner = merchantId.slice(-6);
  const key = (piece: string) => quoted(owner + piece);
  const beginning = (piece: string) => `${key(piece)}:*`;
  const inRow = (kind: "3" | "u", part: string) => allKeys(triples(part).map((three) => key(kind + three)));
  const upstreamId = (part: string) => inRow("u", part.replace(commonStart, ""));
  const segment = (part: string) => beginning(`s${part.slice(0, longestSegment)}`);
  return {
    // Each one or two characters of a word are the beginning of a piece, as its end has pieces of its own.
    text: (folded) =>
      allKeys(
        folded
          .split(/[ \t\n\r\f\v]+/)
          .filter(Boolean)
          .map((word) => ([...word].length < 3 ? beginning(`3${word}`) : inRow("3", word))),
      ),
    upstreamId,
    url: (part) => {
      const [host = "", ...rest] = part.split("/").filter(Boolean);
      const last = rest.pop();
      if (last === undefined) return segment(host);
      // The last part of an address may be upstream's id, which is in the index as such. The first may have been cut.
      return allKeys([...rest.map((one) => key(`s${one}`)), anyKey([segment(last), upstreamId(last)])]);
    },
    fact: (name, value) => key(`=${name} ${value}`),
  };
}

export function allKeys(keys: SearchKeys[]): SearchKeys {
  const given = keys.filter((one) => one !== null);
  return given.length === 0 ? null : `(${given.join(" & ")})`;
}

export function anyKey(keys: SearchKeys[]): SearchKeys {
  return keys.length === 0 || keys.includes(null) ? null : `(${keys.join(" | ")})`;
}

/** Each three characters in a row. */
function triples(text: string): string[] {
  const characters = [...text];
  return characters.slice(2).map((_, at) => characters.slice(at, at + 3).join(""));
}

function quoted(lexeme: string): string {
  return `'${lexeme.replace(/[\\']/g, "$&$&")}'`;
}
