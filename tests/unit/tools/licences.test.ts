import { describe, expect, it } from "vitest";
import { licenceProblems, needlessExceptions } from "@/tools/licences";

const locked = (licence: string | undefined, name = "some-package") => ({ name, version: "1.2.3", licence });

describe("licences", () => {
  it.each([
    "MIT",
    "Apache-2.0",
    "(MIT OR CC0-1.0)",
    "GPL-3.0-only OR MIT",
    "MIT and ISC",
    "Apache-2.0 AND MIT",
  ])("accepts %s", (licence) => {
    expect(licenceProblems([locked(licence)])).toEqual([]);
  });

  it.each([
    "GPL-3.0-only",
    "AGPL-3.0-or-later",
    "GPL-2.0 OR LGPL-2.1",
    "MIT AND GPL-3.0-only",
    "MIT OR (ISC AND GPL-3.0-only)",
    "SEE LICENSE IN LICENSE.md",
    "UNLICENSED",
    "",
  ])("refuses %s", (licence) => {
    expect(licenceProblems([locked(licence)])).toEqual([`some-package 1.2.3: ${licence}`]);
  });

  it("refuses a package that gives none", () => {
    expect(licenceProblems([locked(undefined)])).toEqual(["some-package 1.2.3: none given"]);
  });

  it("makes an exception for a package and its licence together, by its whole name", () => {
    expect(licenceProblems([locked("LGPL-3.0-or-later", "@img/sharp-libvips-linux-x64")])).toEqual([]);
    expect(licenceProblems([locked("Apache-2.0 AND LGPL-3.0-or-later", "@img/sharp-win32-x64")])).toEqual([]);
    expect(licenceProblems([locked("GPL-3.0-only", "@img/sharp-libvips-linux-x64")])).toHaveLength(1);
    expect(licenceProblems([locked("EPL-2.0", "elkjs-plus")])).toHaveLength(1);
    expect(licenceProblems([locked("EPL-2.0", "not-elkjs")])).toHaveLength(1);
  });

  it("knows an exception that no package needs", () => {
    const all = ["@img/sharp-libvips-linux-x64", "caniuse-lite", "elkjs", "png-js"];
    const packages = all.map((name, place) =>
      locked(["LGPL-3.0-or-later", "CC-BY-4.0", "EPL-2.0", undefined][place], name),
    );
    expect(needlessExceptions(packages)).toEqual(["seq-queue"]);
  });
});
