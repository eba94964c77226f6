import { isLoopback } from "@/lib/core/loopback";
import type { Mode } from "@/lib/core/mode";
import { env } from "@/lib/platform/env";

/** Where and how the calls of a mode are made. Test and live share a host; the key decides which data they reach. */
export type UpstreamTerms = {
  /** Without a trailing slash: `https://api.4geeks.io`. */
  baseUrl: string;
  /** One deadline for the whole call. */
  timeoutMs: number;
  plainHttpUrls: PlainHttpUrls;
  /** Sent to the sandbox alone, which asks a portal on another machine for it. */
  sandboxToken?: string | undefined;
};

/** The header of the sandbox's token; none for 4Geeks itself. */
export function tokenHeader({ sandboxToken }: Pick<UpstreamTerms, "sandboxToken">): Record<string, string> {
  return sandboxToken === undefined ? {} : { "X-Sandbox-Token": sandboxToken };
}

/**
 * Which `http:` addresses of links are accepted besides `https:` ones: all of the sandbox's, and those on this machine
 * when upstream is a simulator on this machine. Only then do the settings allow http at all.
 */
export type PlainHttpUrls = "never" | "loopback" | "always";

/** Hosts come only from the operator's settings. */
export function getUpstream(mode: Mode): UpstreamTerms {
  const settings = env();
  const timeoutMs = settings.PAYMENT_LINKS_TIMEOUT_MS;
  if (mode === "sandbox") {
    const { SANDBOX_URL: baseUrl, SANDBOX_TOKEN: sandboxToken } = settings;
    return { baseUrl, timeoutMs, plainHttpUrls: "always", sandboxToken };
  }
  const baseUrl = settings.PAYMENT_LINKS_API_URL;
  return { baseUrl, timeoutMs, plainHttpUrls: isLoopback(new URL(baseUrl).hostname) ? "loopback" : "never" };
}
