import type { Access } from "./access";

/**
 * Every page and route handler of the build, and what it requires of a visitor: one line each. A handler that accepts
 * other methods than GET has a line for each of those, as `POST /address`.
 */
export const routes: Record<string, Access> = {
  "/": "person",
  "/login": "public",
  "POST /login/passkey": "public",
  "/login/with/[provider]": "public",
  "/login/second-step": "public",
  "/signup": "public",
  "/forgot-password": "public",
  "/invite/[token]": "public",
  "/p/[code]": "public",
  "/p/[code]/picture.png": "public",
  "/offline": "public",
  "/sw.js": "public",
  "/reset-password/[token]": "public",
  "/till": "public",
  "/account": "person",
  "/account/confirm": "person",
  "/account/password": "person",
  "/account/email/[token]": "person",
  "/account/link/[provider]": "person",
  "POST /account/passkey": "person",
  "/account/second-factor": "person",
  "/admin": "operator",
  "/m": "person",
  "/m/new": "person",
  "/m/[merchant]": "links:read",
  "/m/[merchant]/bulk": "links:create",
  "/m/[merchant]/bulk/[batchId]": "links:create",
  "/m/[merchant]/bulk/[batchId]/results.csv": "links:create",
  "/m/[merchant]/inbox": "links:resolve",
  "/m/[merchant]/inbox/[linkId]/[candidateId]": "links:resolve",
  "/m/[merchant]/inbox/[linkId]/[candidateId]/open": "links:resolve",
  "/m/[merchant]/links": "links:read",
  "/m/[merchant]/links/new": "links:create",
  "/m/[merchant]/links/export.csv": "links:export",
  "/m/[merchant]/links/exports/[exportId]": "links:export",
  "POST /m/[merchant]/links/exports/[exportId]": "links:export",
  "/m/[merchant]/close/exports/[exportId]": "links:export",
  "POST /m/[merchant]/close/exports/[exportId]": "links:export",
  "/m/[merchant]/settings/audit/exports/[exportId]": "audit:read",
  "POST /m/[merchant]/settings/audit/exports/[exportId]": "audit:read",
  "/m/[merchant]/links/[linkId]": "links:read",
  "/m/[merchant]/links/[linkId]/opened": "links:read",
  "/m/[merchant]/links/[linkId]/point": "links:cancel",
  "/m/[merchant]/links/[linkId]/poster": "links:print",
  "/m/[merchant]/links/[linkId]/poster.pdf": "links:print",
  "/m/[merchant]/links/[linkId]/qr": "links:print",
  "/m/[merchant]/links/[linkId]/qr.png": "links:print",
  "/m/[merchant]/links/[linkId]/qr.svg": "links:print",
  "/m/[merchant]/links/paid": "links:mark-paid",
  "/m/[merchant]/links/selected": "links:print",
  "/m/[merchant]/links/sheet": "links:print",
  "/m/[merchant]/links/sheet/pick": "links:print",
  "/m/[merchant]/links/sheet.pdf": "links:print",
  "/m/[merchant]/links/[linkId]/show": "links:share",
  "POST /m/[merchant]/links/[linkId]/shared": "links:share",
  "/m/[merchant]/logo.png": "links:read",
  "/m/[merchant]/offline": "links:read",
  "POST /m/[merchant]/drafts": "links:create",
  "/m/[merchant]/close": "links:read",
  "/m/[merchant]/close/export.csv": "links:export",
  "/m/[merchant]/close/open": "links:read",
  "/m/[merchant]/overview": "links:read",
  "/m/[merchant]/settings": "links:read",
  "/m/[merchant]/settings/general": "settings:manage",
  "/m/[merchant]/settings/api-keys": "api-keys:manage",
  "/m/[merchant]/settings/templates": "templates:manage",
  "/m/[merchant]/settings/team": "team:manage",
  "/m/[merchant]/settings/tills": "tills:manage",
  "/m/[merchant]/settings/customers": "customers:remove",
  "/m/[merchant]/settings/pin": "pin:choose",
  "/m/[merchant]/settings/audit": "audit:read",
  "/m/[merchant]/settings/audit/export.csv": "audit:read",
  "/api/auth/[...nextauth]": "public",
  "/api/health/live": "public",
  "/api/health/ready": "public",
  "/manifest.webmanifest": "public",
};

/** Pages that redirect allowed visitors: always, or when they are signed in, or when they have no merchant. */
export const leadOn = [
  ...["/", "/login", "/login/second-step", "/signup", "/account/confirm", "/m", "/m/[merchant]"],
  // This portal knows no identity provider.
  ...["/login/with/[provider]", "/account/link/[provider]"],
  // To the pay page.
  "/p/[code]",
  // No browser in this test is a shared till.
  "/till",
  // The link in this test is not an unconfirmed one.
  "/m/[merchant]/inbox/[linkId]/[candidateId]",
  "/m/[merchant]/inbox/[linkId]/[candidateId]/open",
];

/** The address to request when a pattern stands for addresses with different answers. */
export const examples: Record<string, string> = {
  "/api/auth/[...nextauth]": "/api/auth/csrf",
  "POST /m/[merchant]/links/[linkId]/shared": "/m/[merchant]/links/[linkId]/shared?by=sms",
};
