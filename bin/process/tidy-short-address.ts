import type { IncomingMessage } from "node:http";
import { previewPicturePath, shortPath } from "@/lib/core/paths";

/**
 * Makes one part of a path of everything that comes after `/p/`, in capitals and with slashes too many as well. Whatever
 * became of a short address in a chat or on paper so gets to the one route that can tell a customer in their language
 * what it is. Next would answer with a page for the team, or without words, where a slash or half an escape is in it.
 */
export function tidyShortAddress(request: IncomingMessage): void {
  const { url = "" } = request;
  const [path = ""] = url.split(/[?#]/);
  const [root, first = "", ...after] = path.split(/[/\\]+/);
  if (root !== "" || first.toLowerCase() !== "p") return;
  const [code = "", ...more] = after.filter((part) => part !== "");
  const isPicture = more.length === 1 && more[0] === "picture.png";
  const tidied = isPicture
    ? previewPicturePath(toOnePart(code))
    : shortPath(toOnePart([code, ...more].join("/")));
  request.url = tidied + url.slice(path.length);
}

/** A part of a path whose escapes are whole: of half ones, of what is no UTF-8, and of zero bytes, nothing is kept. */
function toOnePart(text: string): string {
  return encodeURIComponent(decoded(text.replace(/%00|%(?![\da-f]{2})[\da-f]?/gi, ""))) || "-";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return decodeURIComponent(text.replace(/%[89a-f][\da-f]/gi, ""));
  }
}
