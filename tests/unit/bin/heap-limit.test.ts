import { expect, test } from "vitest";
import { withHeapLimit } from "@/bin/launch/heap-limit";

test("the portal's memory has a limit, and whoever sets another one keeps it", () => {
  expect(withHeapLimit()).toBe("--max-old-space-size=256");
  expect(withHeapLimit("--enable-source-maps")).toBe("--enable-source-maps --max-old-space-size=256");
  for (const own of ["--max-old-space-size=900", "--max_old_space_size=900"])
    expect(withHeapLimit(own)).toBe(own);
});
