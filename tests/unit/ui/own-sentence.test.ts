import { expect, test } from "vitest";
import { isOwnSentence } from "@/lib/ui/offline/own-sentence";

test.each([
  ["text/plain; charset=utf-8", 403, true],
  ["text/html; charset=utf-8", 403, false],
  [null, 403, false],
  ["text/plain; charset=utf-8", 200, false],
])("an answer of %s with %i is the portal's own refusal: %s", (type, status, isOwn) => {
  const response = new Response("…", { status, headers: type === null ? {} : { "content-type": type } });
  if (type === null) response.headers.delete("content-type");
  expect(isOwnSentence(response, [401, 403, 404])).toBe(isOwn);
});
