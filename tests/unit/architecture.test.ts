import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { fileViolations } from "@/tests/support/architecture/check-files";
import { importViolations } from "@/tests/support/architecture/check-imports";
import { fits } from "@/tests/support/architecture/glob";
import { importTable } from "@/tests/support/architecture/import-table";
import { readSource, type SourceFile } from "@/tests/support/architecture/source-file";

const root = join(import.meta.dirname, "../..");
const paths = ["app", "lib", "prisma", "bin", "tools"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
);
const known = new Set(paths);
const files: SourceFile[] = paths
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("prisma/generated/"))
  .map((path) => readSource(path, readFileSync(join(root, path), "utf8")));

describe("the architecture", () => {
  it("is looked at where the code is", () => {
    for (const folder of ["app/", "lib/", "prisma/", "bin/", "tools/"]) {
      expect(files.some(({ path }) => path.startsWith(folder))).toBe(true);
    }
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(300);
  });

  it("has no import outside the table", () => {
    expect(files.flatMap((file) => importViolations(file, known))).toEqual([]);
  });

  it("keeps the house rules about files", () => {
    expect(files.flatMap(fileViolations)).toEqual([]);
  });

  it("has no row in its table that nothing can reach", () => {
    const shadowed = importTable.filter((row, index) =>
      importTable
        .slice(0, index)
        .some((earlier) => !earlier.client && row.from.every((from) => earlier.from.includes(from))),
    );
    expect(shadowed.map(({ what }) => what)).toEqual([]);
  });
});

describe("the checker", () => {
  const action = '"use server";';
  const client = '"use client";';

  it.each<[string, string]>([
    // Data flows one way: page or action, service, store or gateway.
    ["app/m/page.tsx", 'import { db } from "@/lib/db"'],
    ["app/m/page.tsx", 'import { findMembership } from "@/lib/members/store"'],
    ["app/m/page.tsx", 'import type { Row } from "@/lib/members/store"'],
    ["app/m/page.tsx", 'import { createPaymentLink } from "@/lib/gateway/payment-links-api"'],
    ["app/m/page.tsx", 'import { findUser } from "@/lib/auth/store"'],
    ["app/m/page.tsx", 'import { Sandbox } from "@/lib/sandbox/sandbox"'],
    ["app/m/page.tsx", 'import { start } from "@/lib/jobs/worker"'],
    ["app/api/metrics/route.ts", 'import { isDatabaseUp } from "@/lib/db"'],
    ["app/api/health/ready/route.ts", 'import { db } from "@/lib/db"'],
    ["app/m/actions.ts", `${action} import { insertMerchant } from "@/lib/merchants/store"`],
    ["app/m/actions.ts", `${action} import { db } from "@/lib/db"`],
    ["app/m/actions.ts", `${action} import { z } from "zod"`],
    ["app/m/form.tsx", `${client} import { createMerchant } from "@/lib/merchants/service"`],
    ["app/m/form.tsx", `${client} import { env } from "@/lib/env"`],
    ["app/m/form.tsx", `${client} import { openSecret } from "@/lib/secret-box"`],
    ["app/m/form.tsx", `${client} import { currentSession } from "@/lib/auth/session"`],
    ["app/m/form.tsx", `${client} import { create } from "@/app/account/actions"`],
    ["app/m/form.tsx", `${client} import { readFileSync } from "node:fs"`],
    // The nouns stand on floors, and a noun's queries are its own.
    ["lib/domain/members/service.ts", 'import { createMerchant } from "@/lib/merchants/service"'],
    ["lib/domain/members/service.ts", 'import type { NewMerchant } from "@/lib/merchants/schema"'],
    ["lib/domain/merchants/service.ts", 'import { openActiveKey } from "@/lib/api-keys/service"'],
    ["lib/api-keys/rotate-api-key.ts", 'import { listLinks } from "@/lib/payment-links/service"'],
    ["lib/domain/audit/service.ts", 'import { membershipsOf } from "@/lib/members/service"'],
    [
      "lib/domain/payment-links/history/list-history.ts",
      'import { findActiveKey } from "@/lib/api-keys/store"',
    ],
    ["lib/domain/payment-links/history/list-history.ts", 'import { db } from "@/lib/db"'],
    ["lib/domain/payment-links/history/list-history.ts", 'import * as database from "@/lib/db"'],
    [
      "lib/domain/payment-links/history/list-history.ts",
      'import { requireMember } from "@/lib/auth/require-member"',
    ],
    ["lib/domain/payment-links/history/list-history.ts", 'import { Icon } from "@/lib/ui/icon"'],
    ["lib/domain/payment-links/history/list-history.ts", 'import type { Page } from "@/app/m/page"'],
    ["lib/domain/payment-links/history/list-history.ts", 'import { page } from "../../app/m/page"'],
    ["lib/domain/payment-links/history/list-history.ts", 'import { redirect } from "next/navigation"'],
    ["lib/domain/payment-links/history/list-history.ts", 'import { start } from "@/lib/jobs/worker"'],
    [
      "lib/domain/payment-links/history/list-history.ts",
      'import { PrismaClient } from "@/prisma/generated/client"',
    ],
    [
      "lib/domain/payment-links/history/list-history.ts",
      'import type { Prisma } from "@/prisma/generated/client"',
    ],
    ["lib/domain/payment-links/history/list-history.ts", 'import { Prisma } from "@prisma/client"'],
    ["lib/domain/payment-links/schema.ts", 'import { randomUUID } from "node:crypto"'],
    ["lib/domain/payment-links/schema.ts", 'import { outcomeOf } from "@/lib/gateway/failures"'],
    [
      "lib/domain/payment-links/store.ts",
      'import { createPaymentLink } from "@/lib/gateway/payment-links-api"',
    ],
    ["lib/domain/payment-links/store.ts", 'import { recordEvent } from "@/lib/audit/service"'],
    ["lib/domain/payment-links/store.ts", 'import { historyPage } from "./service"'],
    // The layers beside them.
    ["lib/gateway/payment-links-api.ts", 'import { db } from "@/lib/db"'],
    ["lib/gateway/payment-links-api.ts", 'import { log } from "@/lib/log"'],
    ["lib/gateway/payment-links-api.ts", 'import { linkStates } from "@/lib/payment-links/schema"'],
    ["lib/jobs/sync.ts", 'import { listLinks } from "@/lib/payment-links/store"'],
    ["lib/jobs/sync.ts", 'import { cookies } from "next/headers"'],
    ["lib/sandbox/server.ts", 'import { db } from "@/lib/db"'],
    ["lib/sandbox/server.ts", 'import { linkStates } from "@/lib/payment-links/schema"'],
    ["lib/web/session.ts", 'import { db } from "@/lib/db"'],
    ["lib/web/session.ts", 'import { createMerchant } from "@/lib/merchants/service"'],
    ["lib/domain/accounts/store.ts", 'import { cookies } from "next/headers"'],
    ["lib/ui/money.tsx", 'import { env } from "@/lib/env"'],
    ["lib/ui/money.tsx", 'import { linkStates } from "@/lib/payment-links/schema"'],
    ["lib/ui/money.tsx", 'import type { Row } from "@/lib/payment-links/store"'],
    ["lib/platform/db.ts", 'import { recordEvent } from "@/lib/audit/service"'],
    ["lib/platform/env.ts", 'import { cookies } from "next/headers"'],
    ["lib/platform/env.ts", 'import NextAuth from "next-auth"'],
    ["lib/platform/env.ts", 'import { db } from "@/lib/db"'],
    ["lib/money/money.ts", 'import { z } from "zod"'],
    ["lib/money/money.ts", 'import { log } from "@/lib/log"'],
    ["bin/database/migrate.ts", 'import { createMerchant } from "@/lib/merchants/service"'],
    ["bin/database/migrate.ts", 'import page from "@/app/page"'],
    ["bin/start.ts", 'import page from "@/app/page"'],
    // A place that nobody thought of.
    ["lib/invoices/service.ts", 'import { ok } from "@/lib/result"'],
    ["lib/new/deep/file.ts", ""],
  ])("refuses in %s: %s", (path, source) => {
    expect(importViolations(readSource(path, source), known)).toHaveLength(1);
  });

  it.each([
    'export { db } from "@/lib/db"',
    'export type { Tx } from "@/lib/db"',
    'const { db } = await import("@/lib/db")',
    'type Client = import("@/lib/db").Tx',
    'const { db } = require("@/lib/db")',
    'import database = require("@/lib/db")',
    'import "@/lib/db"',
    'import { db } from "../../lib/db"',
    'import {\n  // what it\'s for: "quotes"\n  db,\n} from "@/lib/db"',
    "const name = '@/lib/db'; await import(name)",
    "await import('@/lib/' + name)",
    "await import(`@/lib/db`)",
    'const page = <p>don\'t</p>; import { db } from "@/lib/db"',
  ])("sees every kind of import: %s", (source) => {
    expect(importViolations(readSource("app/m/page.tsx", source), known)).toHaveLength(1);
  });

  it.each<[string, string]>([
    ["app/m/page.tsx", '// import { db } from "@/lib/db"\nconst text = \'import { db } from "@/lib/db"\''],
    [
      "app/m/page.tsx",
      'import { membershipsOf } from "@/lib/members/service"; import { Icon } from "@/lib/ui/icon"',
    ],
    [
      "app/m/actions.ts",
      `${action} import { memberAction } from "@/lib/auth/action"; import { redirect } from "next/navigation"`,
    ],
    [
      "app/m/form.tsx",
      `${client} import { create } from "./actions"; import { parseAmount } from "@/lib/money"`,
    ],
    [
      "lib/domain/payment-links/history/list-history.ts",
      'import { findLink } from "./store"; import { withMerchant, type Tx } from "@/lib/db"',
    ],
    [
      "lib/domain/payment-links/store.ts",
      'import { db } from "@/lib/db"; import type { Prisma } from "@/prisma/generated/client"',
    ],
    [
      "lib/ui/state-badge.tsx",
      'import type { LinkState } from "@/lib/payment-links/schema"; import Link from "next/link"',
    ],
    ["bin/worker.ts", 'import { start } from "@/lib/jobs/worker"'],
  ])("lets pass in %s: %s", (path, source) => {
    expect(importViolations(readSource(path, source), known)).toEqual([]);
  });

  it("names the file, the import and the rule", () => {
    const [violation] = importViolations(
      readSource("lib/domain/audit/store.ts", 'import { env } from "@/lib/env"'),
      known,
    );
    expect(violation).toBe("lib/audit/store.ts imports lib/env.ts (env), which the store of audit may not");
  });

  it.each<[string, string, string]>([
    ["lib/domain/members/service.ts", "export const id = text as MerchantId", "makes a MerchantId"],
    [
      "lib/domain/members/service.ts",
      "export const id = text as unknown as MerchantId",
      "makes a MerchantId",
    ],
    [
      "lib/domain/members/service.ts",
      "export const ids = texts as readonly MerchantId[]",
      "makes a MerchantId",
    ],
    [
      "lib/domain/members/service.ts",
      "const isId = (text: string): text is MerchantId => true",
      "makes a MerchantId",
    ],
    ["bin/seed.ts", "const id = text as MerchantId", "makes a MerchantId"],
    ["app/m/actions.ts", "export async function create() {}", "does not begin with"],
    ["app/m/create.ts", '"use server"; export async function create() {}', "has server actions"],
    ["app/m/page.tsx", 'async function create() { "use server"; }', "has server actions"],
    ["lib/members/actions.ts", '"use server"; export async function create() {}', "has server actions"],
    ["lib/members/index.ts", "", "is a barrel"],
    ["lib/ui/index.tsx", "", "is a barrel"],
    ["lib/members/all.ts", 'export * from "./service"', "as a barrel does"],
    ["lib/utils.ts", "", "says nothing"],
    ["lib/string-utils.ts", "", "says nothing"],
    ["app/helpers/dates.ts", "", "says nothing"],
    ["bin/misc.ts", "", "says nothing"],
    ["lib/ui/StateBadge.tsx", "", "kebab-case"],
    ["lib/money_format.ts", "", "kebab-case"],
  ])("refuses %s with: %s", (path, source, why) => {
    const violations = fileViolations(readSource(path, source));
    expect(violations).toHaveLength(1);
    expect(violations[0]).toContain(why);
  });

  it.each<[string, string]>([
    ["lib/web/require-member.ts", "export const id = text as MerchantId"],
    ["lib/domain/members/service.ts", "export function f(id: MerchantId): MerchantId { return id; }"],
    ["app/m/actions.ts", '"use server";\nexport async function create() {}'],
  ])("has nothing against %s with: %s", (path, source) => {
    expect(fileViolations(readSource(path, source))).toEqual([]);
  });

  it("counts lines in app and lib", () => {
    const long = (path: string, lines: number) => fileViolations(readSource(path, "let a;\n".repeat(lines)));
    expect(long("lib/money/money.ts", 200)).toEqual([]);
    expect(long("lib/money/money.ts", 201)).toEqual([
      "lib/money.ts has 201 lines; past 200 it is two things",
    ]);
    expect(long("app/page.tsx", 201)).toHaveLength(1);
    expect(long("bin/database/migrate.ts", 201)).toEqual([]);
  });

  it("fails on what it cannot parse", () => {
    expect(() => readSource("lib/broken.ts", "import { from")).toThrow("lib/broken.ts");
  });

  it.each<[string, string, boolean]>([
    ["lib/money/money.ts", "lib/*.ts", true],
    ["lib/rendering/qr/shapes.ts", "lib/*.ts", false],
    ["lib/rendering/qr/shapes.ts", "lib/**", true],
    ["app/actions.ts", "app/**/actions.ts", true],
    ["app/m/[merchant]/(x)/actions.ts", "app/**/actions.ts", true],
    ["app/m/transactions.ts", "app/**/actions.ts", false],
    ["lib/auth/rate-store.ts", "lib/auth/{store,*-store}.ts", true],
    ["lib/auth/store.tsx", "lib/auth/{store,*-store}.ts", false],
    ["xlib/money.ts", "lib/*.ts", false],
  ])("matches %s with %s: %s", (path, pattern, expected) => {
    expect(fits(path, pattern)).toBe(expected);
  });
});
