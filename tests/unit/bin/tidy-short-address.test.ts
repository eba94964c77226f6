import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { tidyShortAddress } from "@/bin/process/tidy-short-address";
import { readLinkCode } from "@/lib/core/link-code";

const code = "k7q40m1x9p3r";

function tidy(url: string): string {
  const request = new IncomingMessage(new Socket());
  request.url = url;
  tidyShortAddress(request);
  return request.url;
}

/** The code that the route of short addresses reads of what it is given. */
const readCode = (url: string) => readLinkCode(/^\/p\/([^/?#]*)$/.exec(tidy(url))?.[1] ?? "");

test.each([
  `/p/${code}`,
  `/p/${code}/`,
  `//p//${code}`,
  `/P/${code.toUpperCase()}`,
  `/p\\${code}\\`,
  `/p/${code}%`,
  `/p/${code}%2`,
  `/p/${code}%00`,
  `/p/${code}%2F`,
  `/p/${code}%E2%80%A6`,
  // A closing quotation mark in an old encoding.
  `/p/${code}%BB`,
  `/p/%28${code}%29/.`,
])("%s is read as the code that it was", (url) => {
  expect(readCode(url)).toBe(code);
});

test.each(["/p", "/p/", "/P", "/p//", "/p/%00", "/p/%ff", "/p/%", `/p/${code}/extra`, `/p/${code};x=1`])(
  "%s is one part of a path, whose route says that nothing is there",
  (url) => {
    const tidied = tidy(url);
    expect(tidied).toMatch(/^\/p\/[^/?#]+$/);
    expect(() => decodeURIComponent(tidied)).not.toThrow();
    expect(readCode(url)).toBeNull();
  },
);

test("what is asked besides stays, and so do pictures and every other address", () => {
  expect(tidy(`/P/${code}/?anyway=1`)).toBe(`/p/${code}?anyway=1`);
  expect(tidy(`/p/${code}/picture.png?_=1`)).toBe(`/p/${code}/picture.png?_=1`);
  for (const url of ["/", "/m/p/links", "/picture", "/pt", "//elsewhere.example/p/x", "*", "/%"])
    expect(tidy(url)).toBe(url);
});
