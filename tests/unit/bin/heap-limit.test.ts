import { expect, test } from "vitest";
import { memorySettings, withHeapLimit } from "@/bin/launch/heap-limit";

test("the portal's memory has a limit, and whoever sets another one keeps it", () => {
  expect(withHeapLimit()).toBe("--max-old-space-size=256");
  expect(withHeapLimit("--enable-source-maps")).toBe("--enable-source-maps --max-old-space-size=256");
  for (const own of ["--max-old-space-size=900", "--max_old_space_size=900"])
    expect(withHeapLimit(own)).toBe(own);
});

test("threads share their memory, unless somebody has said how many parts there are to be", () => {
  expect(memorySettings({})).toEqual({ NODE_OPTIONS: "--max-old-space-size=256", MALLOC_ARENA_MAX: "2" });
  expect(memorySettings({ MALLOC_ARENA_MAX: "8" })).toMatchObject({ MALLOC_ARENA_MAX: "8" });
});
