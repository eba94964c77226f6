import { afterEach, expect, test, vi } from "vitest";
import { runCommand } from "@/bin/process/command";
import { SettingError } from "@/lib/platform/env";

afterEach(() => {
  vi.restoreAllMocks();
});

const refusal = new SettingError("PORT: must be a number");

test.each([
  [
    "throws before there is a promise",
    () => {
      throw refusal;
    },
  ],
  [
    "rejects",
    async () => {
      throw refusal;
    },
  ],
])("a command that %s says in one line what a person can put right, and ends with 1", async (_, main) => {
  const exit = vi.spyOn(process, "exit").mockReturnValue(undefined as never);
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  runCommand(main);
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(1));
  expect(write.mock.calls).toEqual([["PORT: must be a number\n"]]);
});
