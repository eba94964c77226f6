import { isLoopback } from "@/lib/core/loopback";

/** The headers of a request that changes something: where it comes from, and which host it was sent to. */
export type RequestOrigin = {
  /** The origin of the page with the form, or `null` when the browser hides it. A page cannot forge this header. */
  origin: string | null;
  /** Newer browsers send this as well. */
  fetchSite: string | null;
  host: string | null;
  /** Set by proxies. Pages in a browser cannot set it. */
  forwardedHost: string | null;
};

/** The portal's own address. `isGiven` is false when it is only derived from the port. */
export type OwnAddress = { origin: string; isGiven: boolean };

export type OriginFault =
  /** The page of another site, or a proxy that does not pass on our own address. */
  | "foreign"
  /** The browser does not say where it comes from. */
  | "hidden"
  /** Our own page, but opened over http although the session's cookies are for https only. */
  | "insecure";

export type JudgedOrigin = { ok: true; host: string | null } | { ok: false; fault: OriginFault };

/**
 * Whether a form comes from a page of this portal: from the address in APP_URL, or from the host that the request was
 * sent to. `host` is then the host to use from here on, whatever a proxy changed it to.
 */
export function judgeOrigin(asked: RequestOrigin, own: OwnAddress): JudgedOrigin {
  const { origin, fetchSite } = asked;
  // A program and not a browser, so that it sends nobody's cookies by accident.
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

/** The hosts that the request was sent to, in the form that browsers use: in lower case, without a default port. */
function listHosts({ host, forwardedHost }: RequestOrigin, protocol: string): string[] {
  return [host, forwardedHost?.split(",")[0]].flatMap((text) => {
    const address = `${protocol}//${text?.trim()}`;
    return text && URL.canParse(address) ? [new URL(address).host] : [];
  });
}
