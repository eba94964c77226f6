import { isbot } from "isbot";
import { cookieName } from "@/lib/platform/cookie-name";

type AskedHeaders = Pick<Headers, "get">;

/**
 * Whether a request for a short address is a person who opens it. What messengers fetch for a preview, what browsers
 * load in advance, and the portal's own people, who look whether it works, are none.
 */
export function isOpening({ method, headers }: { method: string; headers: AskedHeaders }): boolean {
  if (method !== "GET" || isProgram(headers.get("user-agent")) || isInAdvance(headers)) return false;
  // Browsers that say it say that an opened address is a page, and not a picture or data.
  if ((headers.get("sec-fetch-mode") ?? "navigate") !== "navigate") return false;
  const cookies = (headers.get("cookie") ?? "").split("; ").map((one) => one.split("=", 1)[0]);
  const own = [cookieName("session"), cookieName("till")];
  return !own.some((name) => cookies.includes(name));
}

/**
 * What `isbot` takes for browsers: apps that fetch an address by themselves, on Apple's devices (CFNetwork), on Android
 * (Dalvik) and in Office, and scripts of PowerShell and Dart. None of these is in a browser's name.
 */
const fetching = /CFNetwork\/|^Dalvik\/|^Microsoft Office\/|PowerShell\/|^Dart\//;

/** Whether no person is behind a request: a crawler, a messenger's preview, a library. Without a name it is no browser. */
export function isProgram(userAgent: string | null): boolean {
  return !userAgent || isbot(userAgent) || fetching.test(userAgent);
}

/** Libraries and tools with which somebody wrote a script, by their own names: scripts are led on as people are. */
const libraries = new RegExp(
  [
    "^(?:node|undici|deno|bun|axios|got|superagent|ky|curl|wget|aria2|httpie|postmanruntime|insomnia|k6|autocannon)\\b",
    "^(?:python|aiohttp|scrapy|java|apache-httpclient|okhttp|go-http-client|colly|dart|reqwest|hyper|cpp-httplib)\\b",
    "^(?:ruby|rest-client|faraday|typhoeus|mechanize|guzzlehttp|php|symfony|libwww-perl|lua|restsharp|alamofire)\\b",
    "^http\\.rb/[\\d.]+$",
    "^ApacheBench/",
    "PowerShell/",
  ].join("|"),
  "i",
);

/** Whether a program wants to know what an address is, to show that to people. */
export function wantsPreview(userAgent: string | null): boolean {
  return userAgent !== null && userAgent !== "" && isProgram(userAgent) && !libraries.test(userAgent);
}

/** Browsers name what they load before anybody asked for it in one of these. */
function isInAdvance(headers: AskedHeaders): boolean {
  return ["sec-purpose", "purpose", "x-purpose", "x-moz"].some((name) =>
    /prefetch|preview|prerender/i.test(headers.get(name) ?? ""),
  );
}
