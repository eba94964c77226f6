import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** Sent with every answer; the content security policy needs a nonce for each page and is in proxy.ts. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
];

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run validate` and `npm test`; checking them again would only slow a first start.
  typescript: { ignoreBuildErrors: true },
  // They read files of their own beside their code: a typeface's tables, the reader's WASM.
  serverExternalPackages: ["fontkit", "pdfkit", "zxing-wasm"],
  experimental: {
    authInterrupts: true,
    // Above every limit of ours, which proxy.ts keeps (lib/web/form-limit.ts): a page with a file takes more than others.
    serverActions: { bodySizeLimit: "3mb" },
    proxyClientMaxBodySize: "3mb",
  },
  // Titles and icons go out in the head for everyone: sent later, they need a script to be put there.
  htmlLimitedBots: /.*/,
  headers: () => Promise.resolve([{ source: "/:path*", headers: securityHeaders }]),
};

/** @param {string} phase */
export default function configFor(phase) {
  // Pages for whoever works on Cobro, such as /dev/ui, end in `.dev.tsx` and exist in development alone.
  const developers = phase === PHASE_DEVELOPMENT_SERVER ? ["dev.tsx"] : [];
  return withNextIntl({ ...config, pageExtensions: [...developers, "tsx", "ts"] });
}
