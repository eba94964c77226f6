import { readFile } from "node:fs/promises";
import { beforeAll, expect, inject, test } from "vitest";
import { builtRoutes } from "@/tests/http/access/build-manifest";
import { connectedOwner, type Owner } from "@/tests/support/people";
import { rawStatus } from "@/tests/support/raw-request";

let owner: Owner;
let host: string;
let cookie: string;
let addresses: string[];
beforeAll(async () => {
  owner = await connectedOwner();
  host = new URL(inject("portal").url).host;
  cookie = owner.http
    .browserCookies()
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
  const { pages, handlers } = await builtRoutes();
  addresses = [...pages, ...handlers].map((route) => route.replace("[merchant]", owner.slug));
});

/** Answers of 500 or more, and closed connections, as a list of what was sent. */
async function findBroken(requests: { lines: string[]; body?: string }[]): Promise<string[]> {
  const broken: string[] = [];
  const waiting = [...requests];
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const status = await rawStatus(owner.http.origin, next.lines, next.body);
      if (status === 0 || status >= 500) broken.push(`${status} ${JSON.stringify(next).slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return broken;
}

/** A request of the signed-in owner. */
function signedIn(first: string, ...headers: string[]): string[] {
  return [`${first} HTTP/1.1`, `Host: ${host}`, `Cookie: ${cookie}`, ...headers];
}

/** What can stand for a part of a path: escapes that are cut, no UTF-8, doubled, a zero byte, far too long. */
const odd = [
  "%",
  "%e0%a4",
  "%ff",
  "%00",
  "%2500",
  "%252F",
  "..%2f..%2f",
  "%0d%0aX-Made-Up:1",
  "a".repeat(3_000),
  "%ED%A0%80",
];

test("an answer names its request, as a trusted proxy has named it", async () => {
  const ask = (headers: Record<string, string>) =>
    fetch(`${owner.http.origin}/api/health/live`, { headers }).then((answer) =>
      answer.headers.get("x-request-id"),
    );
  expect(await ask({ "X-Request-Id": "proxy-made-0001" })).toBe("proxy-made-0001");
  expect(await ask({ "X-Request-Id": "no plain token" })).toMatch(/^[\da-f-]{36}$/);
});

test("no address breaks the portal, whatever stands in its parts and parameters", async () => {
  const paths = addresses.flatMap((route) => {
    const parts = /\[[^\]]+\]/.test(route) ? odd.map((part) => route.replace(/\[[^\]]+\]/g, part)) : [route];
    return [...parts, `${route.replace(/\[[^\]]+\]/g, "x")}/%`];
  });
  const parameters = [
    "q",
    "mode",
    "state",
    "currency",
    "creator",
    "from",
    "to",
    "after",
    "link",
    "size",
    "paper",
  ];
  const queries = odd.map((value) => parameters.map((name) => `${name}=${value}`).join("&"));
  const asked = [
    ...paths,
    ...[...addresses.filter((route) => !route.includes("["))].map((route) => `${route}?${queries[0]}&q=%00`),
    ...queries.map((query) => `${owner.path}/links?${query}`),
    ...queries.map((query) => `${owner.path}/links/export.csv?${query}`),
    ...odd.map((part) => `/m/${part}/links`),
    ...[
      "//",
      "//evil.example",
      "/\\evil",
      "/?",
      "/#",
      "/m/%",
      "*",
      "http://evil.example/",
      "evil",
      `/${"?".repeat(6_000)}`,
    ],
  ];
  expect(await findBroken(asked.map((path) => ({ lines: signedIn(`GET ${path}`) })))).toEqual([]);
}, 60_000);

test("no method breaks the portal, and those that nothing uses are refused", async () => {
  const methods = ["TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "LINK", "SEARCH", "M-SEARCH"];
  const asked = ["/login", owner.path, "/api/auth/session", "/api/health/live", "/nowhere"].flatMap((path) =>
    methods.map((method) => ({ lines: signedIn(`${method} ${path}`, "Content-Length: 0") })),
  );
  expect(await findBroken([...asked, { lines: signedIn("OPTIONS *") }])).toEqual([]);
  for (const method of ["TRACE", "PUT", "DELETE", "PATCH"]) {
    expect(await rawStatus(owner.http.origin, signedIn(`${method} /login`, "Content-Length: 0"))).toBe(405);
  }
});

test("no header breaks the portal", async () => {
  const headers = [
    ...["", "null", "nonsense", "http://", "http://[", "https://a b", "file://", "\x9b31m"].map(
      (value) => `Origin: ${value}`,
    ),
    ...["", "a b", "[::1", "x:99999999", "a@b", "a/b", "é", "%", "x,y"].flatMap((value) => [
      `X-Forwarded-Host: ${value}`,
      `X-Forwarded-Proto: ${value}`,
      `X-Forwarded-Port: ${value}`,
      `X-Forwarded-For: ${value}`,
      `Forwarded: ${value}`,
    ]),
    ...["%", "%e0%a4", "=", ";;;=;", '"', "\xff", "a".repeat(8_000)].flatMap((value) => [
      `X-Made-Up: ${value}`,
      `Accept-Language: ${value}`,
      `Next-Router-State-Tree: ${value}`,
      `Next-Url: ${value}`,
      `RSC: ${value}`,
      `Range: ${value}`,
      `If-None-Match: ${value}`,
      `If-Modified-Since: ${value}`,
      `Cookie: NEXT_LOCALE=${value}; ${cookie
        .split("; ")
        .map((one) => `${one.split("=")[0]}=${value}`)
        .join("; ")}`,
    ]),
    "RSC: 1\r\nNext-Router-State-Tree: nonsense",
    "RSC: 1\r\nNext-Router-State-Tree: %7B%7D\r\nNext-Router-Prefetch: 1",
    "RSC: 1\r\nNext-Router-Segment-Prefetch: /../nonsense",
    "X-Middleware-Subrequest: proxy:proxy:proxy:proxy:proxy",
    "Transfer-Encoding: chunked\r\nContent-Length: 5",
    "Expect: 200-ok",
  ];
  const asked = headers.flatMap((header) => [
    { lines: signedIn(`GET ${owner.path}/links`, header) },
    { lines: signedIn("POST /login", header, "Content-Length: 0") },
  ]);
  const hosts = ["", "a b", "[::1", "x:99999999", "a@b", "a/b", "evil.example", "é", "%", "x,y", "..", "a_b"];
  const otherHosts = hosts.flatMap((name) =>
    ["GET /login", "GET /m", "POST /login"].map((first) => ({
      lines: [`${first} HTTP/1.1`, `Host: ${name}`, "Content-Length: 0"],
    })),
  );
  expect(await findBroken([...asked, ...otherHosts])).toEqual([]);
}, 60_000);

test("no body breaks a page or a file", async () => {
  const types = [
    ...[
      "multipart/form-data",
      "multipart/form-data; boundary=",
      "multipart/form-data; boundary=x; boundary=y",
    ],
    ...[
      'multipart/form-data; boundary="',
      `multipart/form-data; boundary=${"x".repeat(300)}`,
      "multipart/mixed; boundary=x",
    ],
    ...[
      "application/x-www-form-urlencoded; charset=utf-7",
      "application/json",
      "text/plain;charset=nonsense",
      "/",
      "",
      "\xff",
    ],
  ];
  const bodies = [
    "",
    "--x",
    "--x--",
    '--x\r\nContent-Disposition: form-data; name="a\r\n\r\n',
    "%00=%",
    "\0",
    "{",
  ];
  const asked = addresses
    .map((route) => route.replace(/\[[^\]]+\]/g, "x"))
    .flatMap((route, index) =>
      types.map((type, turn) => {
        const body = bodies[(index + turn) % bodies.length] ?? "";
        return {
          lines: signedIn(`POST ${route}`, `Content-Type: ${type}`, `Content-Length: ${body.length}`),
          body,
        };
      }),
    );
  expect(await findBroken(asked)).toEqual([]);
  for (const length of ["-1", "1e3", "x", "99999999999999999999", "1\r\nContent-Length: 2"]) {
    const status = await rawStatus(
      owner.http.origin,
      signedIn("POST /login", `Content-Length: ${length}`),
      "x",
    );
    expect([length, status]).toEqual([length, 400]);
  }
}, 60_000);

test("what nothing uses does not answer, and no line of the log is somebody else's", async () => {
  const { http } = owner;
  for (const path of [
    "/_next/image?url=%2Ficon.svg&w=640&q=75",
    "/api/auth/providers",
    "/api/auth/signin",
    "/api/auth/error",
  ]) {
    expect([path, (await http.request(path)).status]).toEqual([path, 404]);
  }
  for (const path of ["/api/auth/_log", "/api/auth/callback/credentials", "/api/auth/signin/credentials"]) {
    const body = new URLSearchParams({
      level: "error",
      code: "FORGED\n{}",
      message: "FORGED",
      csrfToken: "x",
    });
    expect([path, (await http.request(path, { method: "POST", body })).status]).toEqual([path, 405]);
  }
  const origin = "http://forged\x9b31m.example";
  expect(
    await rawStatus(http.origin, signedIn("POST /login", `Origin: ${origin}`, "Content-Length: 0")),
  ).toBe(403);
  const log = await readFile(inject("portal").logFile, "utf8");
  expect(log).not.toContain("FORGED");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for.
  expect(log.match(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/)).toBeNull();
});
