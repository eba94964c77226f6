import { isLoopback } from "@/lib/core/loopback";

/** What a request that changes something says of where it comes from and whom it asks. */
export type RequestOrigin = {
  /** The page that the form was on, as the browser says; `null` for one that hides it. No page can forge this. */
  origin: string | null;
  /** Told by newer browsers beside it. */
  fetchSite: string | null;
  host: string | null;
  /** Set by proxies; a page in a browser cannot. */
  forwardedHost: string | null;
};

/** Where the portal says it is. `isGiven` is false for the address that is made up from the port. */
export type OwnAddress = { origin: string; isGiven: boolean };

export type OriginFault =
  /** Another site's page, or a proxy that hides our own address from us. */
  | "foreign"
  /** The browser does not say. */
  | "hidden"
  /** Ours, but opened over http where the cookies of the session are for https only. */
  | "insecure";

export type JudgedOrigin = { ok: true; host: string | null } | { ok: false; fault: OriginFault };

/**
 * Whether a form comes from a page of this portal: from the address in APP_URL, or from the host that the request was
 * sent to. `host` is then the host to go by from here on, whatever a proxy made of it.
 */
export function judgeOrigin(asked: RequestOrigin, own: OwnAddress): JudgedOrigin {
  const { origin, fetchSite } = asked;
  // A program, not a browser: it carries nobody's cookies.
  if (origin === null) return fetchSite === "cross-site" ? refuse("foreign") : { ok: true, host: null };
  if (origin === "null") return refuse("hidden");
  if (!URL.canParse(origin)) return refuse("foreign");
  const page = new URL(origin);
  if (own.isGiven && page.origin === own.origin) return { ok: true, host: page.host };
  if (!listHosts(asked, page.protocol).includes(page.host)) return refuse("foreign");
  const isReadable =
    page.protocol === "https:" || isLoopback(page.hostname) || !own.origin.startsWith("https:");
  return isReadable ? { ok: true, host: page.host } : refuse("insecure");
}

function refuse(fault: OriginFault): JudgedOrigin {
  return { ok: false, fault };
}

/** The hosts that the request was sent to, as a browser would write them: in small letters, without a usual port. */
function listHosts({ host, forwardedHost }: RequestOrigin, protocol: string): string[] {
  return [host, forwardedHost?.split(",")[0]].flatMap((text) => {
    const address = `${protocol}//${text?.trim()}`;
    return text && URL.canParse(address) ? [new URL(address).host] : [];
  });
}
