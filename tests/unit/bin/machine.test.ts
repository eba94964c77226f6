import { totalmem } from "node:os";
import { afterEach, expect, test, vi } from "vitest";
import { isSmallMachine } from "@/bin/launch/machine";

vi.mock("node:os", async (original) => ({ ...(await original<object>()), totalmem: vi.fn() }));
afterEach(() => vi.restoreAllMocks());

// Node says 0, or more bytes than there can be, where nothing limits the process.
test.each([
  ["much of its own", 8e9, 2 ** 64, false],
  ["much, as far as Node can tell", 8e9, 0, false],
  ["little of its own", 1e9, 2 ** 64, true],
  ["little, as far as Node can tell", 1e9, 0, true],
  ["a limit within much", 8e9, 1e9, true],
])("memory: %s", (_what, total, limit, isSmall) => {
  vi.mocked(totalmem).mockReturnValue(total);
  vi.spyOn(process, "constrainedMemory").mockReturnValue(limit);
  expect(isSmallMachine()).toBe(isSmall);
});
