import { expect, test } from "vitest";
import { findHints } from "@/lib/domain/tills/find-hints";

function hints(...people: [name: string, email: string][]): (string | undefined)[] {
  const found = findHints(people.map(([name, email]) => ({ userId: email, name, email })));
  return people.map(([, email]) => found.get(email));
}

test("a name that nobody else has needs no address beside it", () => {
  expect(hints(["Ana Mora", "ana@example.com"], ["Eva Mora", "eva@example.com"])).toEqual([
    undefined,
    undefined,
  ]);
});

test("people of one name are told apart by as much of their addresses as it takes", () => {
  const people: [string, string][] = [
    ["Ana Mora", "ana.mora@example.com"],
    ["Ana  mora", "ana.m@example.com"],
    ["Eva Rojas", "eva@example.com"],
    ["Aná Mora", "amora@example.com"],
  ];
  expect(hints(...people)).toEqual(["ana.mo…", "ana.m@…", undefined, "amora@…"]);
  expect(hints(["José", "jo@example.co"], ["Jose", "jo@example.com"])).toEqual([
    "jo@example.co",
    "jo@example.com",
  ]);
  expect(hints(["Ana", "xa@example.com"], ["Ana", "ya@example.com"])).toEqual(["xa@…", "ya@…"]);
});
