import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { paths } from "@/lib/core/paths";

/** The path of a page at the beginning of a string. Types of routes contain them too, and Next.js checks those. */
const literal =
  /(?<!Props<|Context<)(["'`])\/(?:m|login|signup|account|invite|forgot-password|reset-password)(?:\/(?!\[)[^"'`]*)?\1/g;

const files = execFileSync("git", ["ls-files", "app", "lib"])
  .toString()
  .split("\n")
  .filter((path) => /\.tsx?$/.test(path) && !/^lib\/core\/(?:merchant-|detour-)?paths\.ts$/.test(path));

test("no address of a page is spelled by hand", () => {
  expect(files.length).toBeGreaterThan(400);
  const found = files.flatMap((path) =>
    (
      readFileSync(path, "utf8")
        .replace(/PageProps<[^>]*>|LayoutProps<[^>]*>/g, "")
        .match(literal) ?? []
    ).map((text) => `${path}: ${text}`),
  );
  // Patterns of Next.js stand for the page of any merchant.
  expect(found).toEqual([]);
});

test("addresses of a merchant begin with its slug", () => {
  const { home, link, logo, inboxSeen, selectedFound, selectedPaidAt, ...others } =
    merchantPaths("cafe-luna");
  expect(home).toBe("/m/cafe-luna");
  expect(link("1")).toBe("/m/cafe-luna/links/1");
  expect(logo("ab")).toBe("/m/cafe-luna/logo.png?v=ab");
  expect(inboxSeen("inactive", { count: 2, at: new Date(7) })).toBe(
    "/m/cafe-luna/inbox?seen=inactive&count=2&at=7",
  );
  expect(selectedFound("1,2", { marked: 3, isMore: true })).toBe(
    "/m/cafe-luna/links/selected?link=1,2&found=3&more=1#paid",
  );
  expect(selectedPaidAt("1,2", { count: 2, at: new Date(7) })).toBe(
    "/m/cafe-luna/links/selected?link=1,2&marked=2&at=7#paid",
  );
  for (const path of Object.values(others)) {
    expect(typeof path === "string" ? path : path("1", "2")).toMatch(/^\/m\/cafe-luna\//);
  }
  expect(paths.loginThen("/m/x?q=a b")).toBe("/login?next=%2Fm%2Fx%3Fq%3Da%20b");
});
