import { isLoopback } from "@/lib/core/loopback";
import type { Mode } from "@/lib/core/mode";
import { env } from "@/lib/platform/env";

/** Where a mode's calls go, and under which terms. Test and live share a host; the key tells them apart. */
export type UpstreamTerms = {
  /** Without a trailing slash: `https://api.4geeks.io`. */
  baseUrl: string;
  /** One deadline for the whole call. */
  timeoutMs: number;
  plainHttpUrls: PlainHttpUrls;
};

/**
 * Which `http:` addresses of links are accepted beside `https:` ones: all of the sandbox's, and those on this very
 * machine when upstream itself is a simulator on this machine, which the settings allow for no other host.
 */
export type PlainHttpUrls = "never" | "loopback" | "always";

/** Only the operator's settings name a host. */
export function getUpstream(mode: Mode): UpstreamTerms {
  const settings = env();
  const timeoutMs = settings.PAYMENT_LINKS_TIMEOUT_MS;
  if (mode === "sandbox") return { baseUrl: settings.SANDBOX_URL, timeoutMs, plainHttpUrls: "always" };
  const baseUrl = settings.PAYMENT_LINKS_API_URL;
  return { baseUrl, timeoutMs, plainHttpUrls: isLoopback(new URL(baseUrl).hostname) ? "loopback" : "never" };
}
