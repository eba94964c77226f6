import { expect, test, vi } from "vitest";
import { noteUpstream } from "@/lib/gateway/upstream-health";
import { log } from "@/lib/platform/log";

test("an outage of upstream is one line when it begins and one when it ends", () => {
  const warn = vi.spyOn(log(), "warn").mockImplementation(() => {});
  noteUpstream("one.example", null);
  noteUpstream("one.example", "key_refused");
  expect(warn).not.toHaveBeenCalled();
  for (const failure of ["unreachable", "timeout", "server_error"] as const)
    noteUpstream("one.example", failure);
  noteUpstream("other.example", null);
  noteUpstream("one.example", "invalid_request");
  noteUpstream("one.example", null);
  expect(warn.mock.calls).toEqual([
    [{ code: "upstream_down", host: "one.example", failure: "unreachable" }],
    [{ code: "upstream_up", host: "one.example", failures: 3, seconds: 0 }],
  ]);
  warn.mockRestore();
});
