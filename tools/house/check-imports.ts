import { dirname } from "node:path/posix";
import { resolveImport } from "@/tools/house/import-graph";
import type { Import, SourceFile } from "@/tools/house/read-source";
import { findPlace, packagesOf, typesOfDomainOnly } from "@/tools/house/rooms";

const mint = "lib/domain/members/mint-merchant-id.ts";

/** Files that may make a MerchantId: the gate after its check, jobs, and what works on all merchants. */
const mints = [
  "lib/web/require-member.ts",
  "lib/domain/members/record-for-person.ts",
  "lib/domain/merchants/find-job-merchant.ts",
  "lib/domain/operator/list-merchants.ts",
  // Row-level security has shown it the one till whose secret the browser has.
  "lib/domain/tills/find-till.ts",
];

/** The imports of a file that the rules do not allow, one sentence each. `known` holds every path in the repository. */
export function importViolations(file: SourceFile, known: ReadonlySet<string>): string[] {
  return file.imports.flatMap((imported) => {
    const wrong = findWrong(file, imported, known);
    return wrong === null ? [] : [`${file.path} imports ${imported.target ?? "a computed target"}: ${wrong}`];
  });
}

function findWrong(file: SourceFile, imported: Import, known: ReadonlySet<string>): string | null {
  const place = findPlace(file.path);
  if (place === null) return null;
  if (imported.target === null) return "what it is cannot be read here";
  const path = resolveImport(file.path, imported.target, known);
  if (path === null) return wrongPackage(file, imported.target);
  if (path.startsWith("prisma/generated/")) return wrongDatabase(file.path, imported);
  return wrongRank(file.path, path, imported) ?? wrongKind(file, path, imported);
}

/** Refuses imports from a higher room, and from another room on the same floor. */
function wrongRank(from: string, to: string, { isType }: Import): string | null {
  const own = findPlace(from);
  const other = findPlace(to);
  if (own === null) return null;
  if (other === null) return /\.(?:css|json)$/.test(to) ? null : "it stands outside the rooms";
  if (own.room === other.room) {
    if (own.noun === null || own.noun === other.noun) return null;
    return own.step > other.step ? null : `${own.noun} stands below ${other.noun}`;
  }
  if (other.floor > own.floor) return `${own.room} stands below ${other.room}`;
  if (other.floor === own.floor) return `${own.room} and ${other.room} stand side by side`;
  const isClosed = other.room === "lib/domain" && typesOfDomainOnly.includes(own.room);
  return isClosed && !isType ? `${own.room} uses types of lib/domain alone` : null;
}

/** Refuses imports that the floors allow, but not in a file of this kind. */
function wrongKind(file: SourceFile, to: string, { isType }: Import): string | null {
  const from = file.path;
  if (isStore(to) && !isOwnStore(from, to)) return "a noun's queries are its own";
  if (to === mint && !mints.includes(from)) return "only who has checked makes a MerchantId";
  if (isStore(from) && to.startsWith("lib/gateway/") && !isType && !to.endsWith("/failures.ts")) {
    return "a store makes no calls";
  }
  if (to.startsWith("lib/sandbox/") && !from.startsWith("lib/sandbox/")) {
    return "the sandbox is a product of its own";
  }
  if (from.startsWith("app/") && to.startsWith("lib/gateway/") && !isType) return "pages ask a use-case";
  if (from.startsWith("lib/ui/") && isServerOnly(to) && !isType) return "components run in a browser";
  if (file.directives.includes("use client") && isServerOnly(to) && !isType) {
    return "a client component takes no server code";
  }
  return null;
}

function wrongPackage({ path, directives }: SourceFile, target: string): string | null {
  const place = findPlace(path);
  const allowed = place && packagesOf[place.room];
  const isIn = (names: readonly string[]) =>
    names.some((name) => (name.endsWith(":") ? target.startsWith(name) : isPackage(target, name)));
  if (allowed && !isIn(allowed)) return `${place.room} uses no such package`;
  if (isPackage(target, "next") || isPackage(target, "next-auth")) {
    const isWeb = path.startsWith("app/") || /^lib\/(?:web|ui|i18n)\//.test(path);
    if (!isWeb) return "Next.js stays in app/, lib/web, lib/ui and lib/i18n";
  }
  if (isPackage(target, "@prisma/client") || isPackage(target, "@prisma/adapter-pg")) {
    return path === "lib/platform/db.ts" ? null : "Prisma stays in the database's file and in stores";
  }
  if (directives.includes("use client") && target.startsWith("node:")) return "it runs in a browser";
  return null;
}

/** Prisma's client is only used in lib/platform/db.ts and in stores; stores import only its types. */
function wrongDatabase(path: string, { isType }: Import): string | null {
  if (path === "lib/platform/db.ts" || (isStore(path) && isType)) return null;
  return isStore(path) ? null : "Prisma stays in the database's file and in stores";
}

function isStore(path: string): boolean {
  return (
    path.startsWith("lib/") && /\/(?:[a-z-]+-)?store\.ts$/.test(path) && !path.startsWith("lib/sandbox/")
  );
}

/**
 * The gate in lib/web identifies the person before any use-case can be called, so it reads the nouns' stores itself.
 */
function isOwnStore(from: string, store: string): boolean {
  return from.startsWith(`${nounFolder(store)}/`) || from.startsWith("lib/web/");
}

/** `lib/domain/payment-links` for every file below it; for other files, their own folder. */
function nounFolder(path: string): string {
  return path.startsWith("lib/domain/") ? path.split("/").slice(0, 3).join("/") : dirname(path);
}

/** What cannot run in a browser: use-cases, the platform, and what belongs to one request. */
function isServerOnly(path: string): boolean {
  if (/^lib\/(?:platform|gateway|sandbox|jobs|mail|web)\//.test(path)) return true;
  return path.startsWith("lib/domain/") && !path.endsWith("/schema.ts");
}

function isPackage(target: string, name: string): boolean {
  return target === name || target.startsWith(`${name}/`);
}
