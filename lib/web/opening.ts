import { isbot } from "isbot";
import { authCookie, sessionCookie } from "@/lib/web/session-cookie";

/**
 * Whether a request for a short address is a person who opens it. What messengers fetch for a preview, what browsers
 * load in advance, and the portal's own people, who look whether it works, are none.
 */
export function isOpening({ method, headers }: Pick<Request, "method" | "headers">): boolean {
  if (method !== "GET" || isProgram(headers.get("user-agent")) || isInAdvance(headers)) return false;
  // Browsers that say it say that an opened address is a page, and not a picture or data.
  if ((headers.get("sec-fetch-mode") ?? "navigate") !== "navigate") return false;
  const cookies = (headers.get("cookie") ?? "").split("; ").map((one) => one.split("=", 1)[0]);
  const own = [sessionCookie().name, authCookie("till").name];
  return !own.some((name) => cookies.includes(name));
}

/**
 * Whether no person is behind a request: a crawler, a messenger's preview, a library. Apps on Apple's devices that fetch
 * an address by themselves name CFNetwork, which no browser does. Without a name it is no browser either.
 */
export function isProgram(userAgent: string | null): boolean {
  return !userAgent || isbot(userAgent) || userAgent.includes("CFNetwork/");
}

/** Programs that somebody wrote to follow addresses: they are led on as people are. */
const libraries = /^(?:node|undici|curl|wget|python|go-http-client|okhttp|axios|java)\b/i;

/** Whether a program wants to know what an address is, to show that to people. */
export function wantsPreview(userAgent: string | null): boolean {
  return userAgent !== null && userAgent !== "" && isProgram(userAgent) && !libraries.test(userAgent);
}

/** Browsers name what they load before anybody asked for it in one of these. */
function isInAdvance(headers: Headers): boolean {
  return ["sec-purpose", "purpose", "x-purpose", "x-moz"].some((name) =>
    /prefetch|preview|prerender/i.test(headers.get(name) ?? ""),
  );
}
