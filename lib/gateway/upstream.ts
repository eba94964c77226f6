import { env } from "@/lib/env";
import type { Mode } from "@/lib/mode";

/** Where a mode's calls go, and under which terms. Test and live share a host; the key tells them apart. */
export type UpstreamTerms = {
  /** Without a trailing slash: `https://api.4geeks.io`. */
  baseUrl: string;
  /** One deadline for the whole call. */
  timeoutMs: number;
  /** Accept `http:` addresses of links too. For the sandbox alone. */
  allowHttpUrls: boolean;
};

/** Only the operator's settings name a host. */
export function upstreamOf(mode: Mode): UpstreamTerms {
  const settings = env();
  const isSandbox = mode === "sandbox";
  return {
    baseUrl: isSandbox ? settings.SANDBOX_URL : settings.PAYMENT_LINKS_API_URL,
    timeoutMs: settings.PAYMENT_LINKS_TIMEOUT_MS,
    allowHttpUrls: isSandbox,
  };
}
