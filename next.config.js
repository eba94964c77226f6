import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";

/**
 * Sent with every response. The content security policy needs a nonce for each page, so it is in bin/process/prepare-page.ts;
 * what depends on the settings is in bin/process/response-headers.ts.
 */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  // No page of another site can show the portal's codes and logos or run its scripts.
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
];

/** @type {import('next').NextConfig} */
const config = {
  // The portal's server does it, in less time and bytes: bin/process/compress-responses.ts.
  compress: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Nothing uses Next's image optimizer, and without it nobody can make it work.
  images: { unoptimized: true },
  // Types are checked by `npm run validate` and `npm test`; another check would only make the first start slower.
  typescript: { ignoreBuildErrors: true },
  // These packages read files beside their own code: tables of a typeface, the QR reader's WASM. The first is a long
  // list of passwords, which a bundle would only copy.
  serverExternalPackages: ["@zxcvbn-ts/language-common", "fontkit", "pdfkit", "prom-client", "zxing-wasm"],
  experimental: {
    authInterrupts: true,
    // Titles and viewports are found in one walk through a page's parts instead of two: decision 0083.
    parallelRouteMetadata: true,
    // Nearly every build is the first on its machine: writing a cache for the next one takes half as long again, and 200 MB.
    turbopackFileSystemCacheForBuild: false,
    // Style sheets are made in threads: processes of their own take 70 MB more, which a build on a small machine does not have.
    turbopackPluginRuntimeStrategy: "workerThreads",
    // A page is loaded when it is first asked for: loading all of them takes a quarter of every start.
    preloadEntriesOnStart: false,
    // Above our own limits, which bin/process/guard-form.ts enforces (lib/web/form-limit.ts): they are higher for pages with a file.
    serverActions: { bodySizeLimit: "6mb" },
  },
  // Two builds of the same sources are the same to an open page.
  generateBuildId: () => process.env.COBRO_BUILD_ID ?? null,
  // Titles and icons are part of the first HTML for everyone. By default they are sent later, and inserted by a script.
  htmlLimitedBots: /.*/,
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: securityHeaders },
      // Nobody learns from a customer's browser which link it came from.
      { source: "/p/:code*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
    ]),
};

/** @param {string} phase */
export default function configFor(phase) {
  // Pages for developers, such as /dev/ui, are in files that end in `.dev.tsx` and exist only in development.
  const developers = phase === PHASE_DEVELOPMENT_SERVER ? ["dev.tsx"] : [];
  // Nothing reads those of a build: they are two thirds of its bytes, and a tenth of the memory that it takes.
  const experimental = { ...config.experimental, turbopackSourceMaps: phase === PHASE_DEVELOPMENT_SERVER };
  return { ...config, experimental, pageExtensions: [...developers, "tsx", "ts"] };
}
