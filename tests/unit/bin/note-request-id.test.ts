import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { noteRequestId } from "@/bin/process/note-request-id";
import { readTrustedProxies } from "@/lib/platform/trusted-proxies";

function ask(given: string, trusted: string) {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: "10.0.0.7" });
  const request = new IncomingMessage(socket);
  request.headers["x-request-id"] = given;
  const response = new ServerResponse(request);
  const networks = trusted === "" ? [] : (readTrustedProxies(trusted) ?? []);
  const id = noteRequestId(request, response, networks);
  return { id, header: response.getHeader("X-Request-Id"), passedOn: request.headers["x-request-id"] };
}

const made = /^[\da-f]{8}-[\da-f-]{27}$/;

test("a proxy that is trusted names the request, and the answer says its name", () => {
  const name = "proxy-made-0001";
  expect(ask(name, "10.0.0.0/8")).toEqual({ id: name, header: name, passedOn: name });
});

test("nobody else does, and no proxy passes on what is no plain token", () => {
  for (const [given, trusted] of [
    ["proxy-made-0001", ""],
    ["proxy-made-0001", "192.0.2.0/24"],
    ['"},{"level":60', "10.0.0.0/8"],
  ] as const) {
    const { id, header, passedOn } = ask(given, trusted);
    expect(id).toMatch(made);
    expect([header, passedOn]).toEqual([id, id]);
  }
});
