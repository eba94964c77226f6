import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fileViolations } from "@/tools/house/check-files";
import { importViolations } from "@/tools/house/check-imports";
import { tableViolations } from "@/tools/house/check-tables";
import { findFileCircles, findFolderCircles, listEdges } from "@/tools/house/import-graph";
import { readHouse } from "@/tools/house/read-house";
import { readSource } from "@/tools/house/read-source";

const { files, known, edges } = readHouse();

describe("the house", () => {
  it("is looked at where the code is", () => {
    for (const folder of ["app/", "lib/", "bin/", "tools/"]) {
      expect(files.some(({ path }) => path.startsWith(folder))).toBe(true);
    }
    expect(edges.length).toBeGreaterThan(1000);
  });

  it("has no arrow up, no package and no kind of import out of place", () => {
    expect(files.flatMap((file) => importViolations(file, known))).toEqual([]);
  });

  it("has no circle of files and none of folders, type imports included", () => {
    expect(findFileCircles(edges)).toEqual([]);
    expect(findFolderCircles(edges)).toEqual([]);
  });

  it("has no noun that touches another noun's table", () => {
    expect(files.flatMap(({ path }) => tableViolations(path, readFileSync(path, "utf8")))).toEqual([]);
  });

  it("keeps the rules about files", () => {
    expect(files.flatMap(fileViolations)).toEqual([]);
  });
});

const client = '"use client";';
const links = "lib/domain/payment-links";

describe("the checker of imports", () => {
  it.each<[string, string]>([
    // Up the floors.
    ["lib/core/slug.ts", 'import { parseAmount } from "@/lib/money/money"'],
    ["lib/money/money.ts", 'import { log } from "@/lib/platform/log"'],
    ["lib/platform/log.ts", 'import { recordEvent } from "@/lib/domain/audit/record-event"'],
    ["lib/gateway/upstream.ts", 'import type { LinkState } from "@/lib/domain/payment-links/schema"'],
    ["lib/domain/audit/store.ts", 'import type { ErrorCode } from "@/lib/i18n/language/error-code"'],
    [`${links}/list.ts`, 'import { requireMember } from "@/lib/web/require-member"'],
    [`${links}/list.ts`, 'import { Icon } from "@/lib/ui/icon"'],
    [`${links}/list.ts`, 'import type { Page } from "@/app/m/page"'],
    [`${links}/list.ts`, 'import { page } from "../../../app/m/page"'],
    ["lib/web/session.ts", 'import { start } from "@/lib/jobs/worker"'],
    ["lib/jobs/worker.ts", 'import page from "@/app/page"'],
    // Side by side.
    ["lib/gateway/upstream.ts", 'import { qrSvg } from "@/lib/rendering/qr/qr-svg"'],
    ["lib/ui/icon.tsx", 'import { currentSession } from "@/lib/web/session"'],
    ["lib/mail/deliver-mail.ts", 'import { clientIp } from "@/lib/web/session"'],
    // Among the nouns.
    ["lib/domain/audit/record.ts", 'import type { Role } from "@/lib/domain/members/schema"'],
    ["lib/domain/merchants/create.ts", 'import { getKey } from "@/lib/domain/api-keys/get-key"'],
    ["lib/domain/api-keys/rotate.ts", `import { list } from "@/${links}/list"`],
    ["lib/domain/invoices/list.ts", 'import { recordEvent } from "@/lib/domain/audit/record-event"'],
    // Kinds of files.
    ["app/m/page.tsx", 'import { findMembership } from "@/lib/domain/members/store"'],
    ["app/m/page.tsx", 'import type { Row } from "@/lib/domain/members/team-store"'],
    [`${links}/list.ts`, 'import { findActiveKey } from "@/lib/domain/api-keys/store"'],
    [`${links}/store.ts`, 'import { createPaymentLink } from "@/lib/gateway/payment-links-api"'],
    ["app/m/page.tsx", 'import { createPaymentLink } from "@/lib/gateway/payment-links-api"'],
    ["app/m/page.tsx", 'import { Sandbox } from "@/lib/sandbox/sandbox"'],
    ["lib/jobs/sync.ts", 'import { Sandbox } from "@/lib/sandbox/sandbox"'],
    ["lib/ui/money.tsx", 'import { env } from "@/lib/platform/env"'],
    ["lib/ui/money.tsx", `import { linkStates } from "@/${links}/schema"`],
    ["lib/i18n/request.ts", `import { linkStates } from "@/${links}/schema"`],
    ["app/m/form.tsx", `${client} import { list } from "@/${links}/list"`],
    ["app/m/form.tsx", `${client} import { env } from "@/lib/platform/env"`],
    ["app/m/form.tsx", `${client} import { currentSession } from "@/lib/web/session"`],
    ["app/m/form.tsx", `${client} import { readFileSync } from "node:fs"`],
    ["app/m/page.tsx", 'import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id"'],
    ["app/m/page.tsx", 'import { readHouse } from "@/tools/house/read-house"'],
    // Packages.
    ["lib/core/slug.ts", 'import { randomUUID } from "node:crypto"'],
    ["lib/core/slug.ts", 'import slugify from "slugify"'],
    ["lib/money/money.ts", 'import { z } from "zod"'],
    [`${links}/list.ts`, 'import { redirect } from "next/navigation"'],
    ["lib/gateway/upstream.ts", 'import { cookies } from "next/headers"'],
    ["lib/platform/env.ts", 'import NextAuth from "next-auth"'],
    [`${links}/list.ts`, 'import { PrismaClient } from "@/prisma/generated/client"'],
    [`${links}/list.ts`, 'import type { Prisma } from "@/prisma/generated/client"'],
    ["app/m/page.tsx", 'import { Prisma } from "@prisma/client"'],
  ])("refuses in %s: %s", (path, source) => {
    expect(importViolations(readSource(path, source), known)).toHaveLength(1);
  });

  it.each([
    'export { list } from "@/lib/domain/members/store"',
    'export type { Tx } from "@/lib/domain/members/store"',
    'const { db } = await import("@/lib/domain/members/store")',
    'type Client = import("@/lib/domain/members/store").Row',
    'const { db } = require("@/lib/domain/members/store")',
    'import store = require("@/lib/domain/members/store")',
    'import "@/lib/domain/members/store"',
    'import { db } from "../../lib/domain/members/store"',
    'import {\n  // what it\'s for: "quotes"\n  db,\n} from "@/lib/domain/members/store"',
    "const name = '@/lib/domain/members/store'; await import(name)",
    "await import('@/lib/' + name)",
    "await import(`@/lib/domain/members/store`)",
    'const page = <p>don\'t</p>; import { db } from "@/lib/domain/members/store"',
  ])("sees every kind of import: %s", (source) => {
    expect(importViolations(readSource("app/m/page.tsx", source), known)).toHaveLength(1);
  });

  it.each<[string, string]>([
    ["app/m/page.tsx", '// import { db } from "@/lib/domain/members/store"\nconst text = \'import "next"\''],
    ["app/m/page.tsx", 'import { Icon } from "@/lib/ui/icon"; import "./print.css"'],
    ["app/m/form.tsx", `${client} import type { LinkState } from "@/${links}/schema"`],
    ["app/m/form.tsx", `${client} import { create } from "./actions"`],
    [`${links}/list.ts`, 'import { find } from "./store"; import { withMerchant } from "@/lib/platform/db"'],
    [`${links}/store.ts`, 'import type { Prisma } from "@/prisma/generated/client"'],
    [
      "lib/ui/state-badge.tsx",
      `import type { LinkState } from "@/${links}/schema"; import Link from "next/link"`,
    ],
    ["bin/worker.ts", 'import { start } from "@/lib/jobs/worker"'],
  ])("lets pass in %s: %s", (path, source) => {
    expect(importViolations(readSource(path, source), known)).toEqual([]);
  });

  it("names the file, the import and the reason", () => {
    const file = readSource("lib/core/slug.ts", 'import { env } from "@/lib/platform/env"');
    expect(importViolations(file, known)).toEqual([
      "lib/core/slug.ts imports @/lib/platform/env: lib/core stands below lib/platform",
    ]);
  });
});

describe("the checker of circles", () => {
  const circlesIn = (sources: Record<string, string>) => {
    const read = Object.entries(sources).map(([path, source]) => readSource(path, source));
    const all = listEdges(read, new Set(Object.keys(sources)));
    return { files: findFileCircles(all), folders: findFolderCircles(all) };
  };

  it("finds a circle of files, by types alone too", () => {
    const found = circlesIn({
      "lib/core/a.ts": 'import type { B } from "./b"',
      "lib/core/b.ts": 'import { c } from "./c"',
      "lib/core/c.ts": 'import { a } from "@/lib/core/a"',
      "lib/core/d.ts": 'import { a } from "./a"',
    });
    expect(found.files).toEqual([["lib/core/a.ts", "lib/core/b.ts", "lib/core/c.ts"]]);
    expect(found.folders).toEqual([]);
  });

  it("finds a circle of folders that no files make", () => {
    const found = circlesIn({
      "lib/core/a.ts": 'import { b } from "@/lib/core/deep/b"',
      "lib/core/deep/b.ts": "",
      "lib/core/deep/c.ts": 'import { d } from "@/lib/core/d"',
      "lib/core/d.ts": "",
    });
    expect(found).toEqual({ files: [], folders: [["lib/core", "lib/core/deep"]] });
  });
});

describe("the checker of tables", () => {
  it.each<[string, string, string]>([
    [`${links}/store.ts`, "tx.merchant.update({})", "writes merchants"],
    [`${links}/store.ts`, "tx.apiKey.findFirst({})", "reads api_keys"],
    [`${links}/inbox/inbox-store.ts`, "`SELECT 1 FROM memberships`", "reads memberships"],
    ["lib/domain/members/team-store.ts", "`UPDATE merchants SET name = ''`", "writes merchants"],
    ["lib/domain/audit/store.ts", "`DELETE FROM memberships`", "writes memberships"],
    ["lib/domain/accounts/store.ts", "db().membership.create({})", "writes memberships"],
    ["lib/domain/members/list-owners.ts", "tx.merchant.findFirst({})", "reads merchants"],
    ["lib/domain/accounts/store.ts", "db().invoice.create({})", "writes invoice"],
  ])("refuses in %s: %s", (path, source, why) => {
    expect(tableViolations(path, source)).toEqual([expect.stringContaining(why)]);
  });

  it.each<[string, string]>([
    [`${links}/store.ts`, "tx.paymentLink.update({}); tx.upstreamLinkRecord.count()"],
    ["lib/domain/audit/log-store.ts", "tx.membership.findMany({})"],
    ["lib/domain/members/list.ts", "tx.membership.count({})"],
  ])("lets pass in %s: %s", (path, source) => {
    expect(tableViolations(path, source)).toEqual([]);
  });
});

describe("the checker of files", () => {
  it.each<[string, string, string]>([
    ["lib/domain/members/list-ids.ts", "export const id = text as MerchantId", "makes a MerchantId"],
    [
      "lib/domain/members/list-ids.ts",
      "export const id = text as unknown as MerchantId",
      "makes a MerchantId",
    ],
    [
      "lib/domain/members/list-ids.ts",
      "export const ids = texts as readonly MerchantId[]",
      "makes a MerchantId",
    ],
    ["lib/core/ids.ts", "const isId = (text: string): text is MerchantId => true", "makes a MerchantId"],
    ["bin/seed.ts", "const id = text as MerchantId", "makes a MerchantId"],
    ["app/m/actions.ts", "export async function create() {}", "does not begin with"],
    ["app/m/create.ts", '"use server"; export async function create() {}', "has server actions"],
    ["app/m/page.tsx", 'async function create() { "use server"; }', "has server actions"],
    ["lib/web/actions.ts", '"use server"; export async function create() {}', "has server actions"],
    ["lib/web/index.ts", "", "is a barrel"],
    ["lib/ui/index.tsx", "", "is a barrel"],
    ["lib/web/all.ts", 'export * from "./session"', "import it from there"],
    ["lib/web/all.ts", 'export { currentSession } from "./session"', "import it from there"],
    ["lib/web/all.ts", 'export type { Session } from "./session"', "import it from there"],
    ["lib/web/all.ts", 'import { a } from "./session"; export { a as b }', "import it from there"],
    ["lib/core/utils.ts", "", "says nothing"],
    ["lib/core/string-utils.ts", "", "says nothing"],
    ["app/helpers/dates.ts", "", "says nothing"],
    ["bin/misc.ts", "", "says nothing"],
    ["lib/ui/StateBadge.tsx", "", "kebab-case"],
    ["lib/money/money_format.ts", "", "kebab-case"],
    [
      "lib/domain/members/store.ts",
      "function f(tx: MerchantTx, id: MerchantId) {}",
      "takes a MerchantId beside",
    ],
    [
      "lib/domain/members/store.ts",
      "const f = (tx: PurgeTx, { id }: { id: MerchantId }) => 1",
      "takes a Mer",
    ],
    ["lib/domain/members/service.ts", "", "is no schema.ts"],
    ["lib/domain/members/team.ts", "", "is no schema.ts"],
    ["lib/domain/payment-links/sync/memory.ts", "", "is no schema.ts"],
    ["lib/domain/members/types.ts", "", "is no schema.ts"],
  ])("refuses %s with: %s", (path, source, why) => {
    expect(fileViolations(readSource(path, source))).toEqual([expect.stringContaining(why)]);
  });

  it.each<[string, string]>([
    ["lib/domain/members/mint-merchant-id.ts", "export const id = text as MerchantId"],
    ["lib/domain/members/list-ids.ts", "export function f(id: MerchantId): MerchantId { return id; }"],
    ["lib/domain/members/store.ts", "function f(tx: SystemTx, id: MerchantId) {}"],
    ["lib/domain/members/store.ts", "function f(tx: MerchantTx, id: string) {}"],
    ["lib/domain/members/change-team.ts", "function f(id: MerchantId, work: (tx: MerchantTx) => void) {}"],
    ["lib/domain/members/schema.ts", ""],
    ["lib/domain/members/errors.ts", ""],
    ["lib/domain/members/store.ts", ""],
    ["lib/domain/members/team-store.ts", ""],
    ["lib/domain/members/permissions.ts", ""],
    ["lib/domain/payment-links/sync/end-batch.ts", ""],
    ["app/m/actions.ts", '"use server";\nexport async function create() {}'],
  ])("has nothing against %s with: %s", (path, source) => {
    expect(fileViolations(readSource(path, source))).toEqual([]);
  });

  it("counts lines in app and lib", () => {
    const long = (path: string, lines: number) => fileViolations(readSource(path, "let a;\n".repeat(lines)));
    expect(long("lib/core/slug.ts", 200)).toEqual([]);
    expect(long("lib/core/slug.ts", 201)).toEqual([
      "lib/core/slug.ts has 201 lines; past 200 it is two things",
    ]);
    expect(long("app/page.tsx", 201)).toHaveLength(1);
    expect(long("bin/database/migrate.ts", 201)).toEqual([]);
  });

  it("fails on what it cannot parse", () => {
    expect(() => readSource("lib/core/broken.ts", "import { from")).toThrow("lib/core/broken.ts");
  });
});
