import { expect, test } from "vitest";
import { judgeOrigin, type RequestOrigin } from "@/lib/web/origin";

const given = { origin: "https://cobro.example:8443", isGiven: true };
const notGiven = { origin: "http://localhost:3000", isGiven: false };
const silent = { fetchSite: null, host: "127.0.0.1:3000", forwardedHost: null };

const own: [Partial<RequestOrigin>, typeof given, string | null][] = [
  [{ origin: "https://cobro.example:8443" }, given, "cobro.example:8443"],
  [{ origin: "https://cobro.example:8443", forwardedHost: "cobro.example" }, given, "cobro.example:8443"],
  [{ origin: "https://cobro.example:8443", host: null }, given, "cobro.example:8443"],
  [{ origin: "http://localhost:3000", host: "LOCALHOST:3000" }, notGiven, "localhost:3000"],
  [{ origin: "https://shop.example", host: "shop.example:443" }, notGiven, "shop.example"],
  [{ origin: "https://shop.example", forwardedHost: "shop.example, inner" }, notGiven, "shop.example"],
  [{ origin: "http://192.168.1.5:3000", host: "192.168.1.5:3000" }, notGiven, "192.168.1.5:3000"],
  [{ origin: "http://127.0.0.1:3000" }, given, "127.0.0.1:3000"],
  [{ origin: null }, given, null],
  [{ origin: null, fetchSite: "same-origin" }, given, null],
];

test.each(own)("a form of our own: %j", (asked, address, host) => {
  expect(judgeOrigin({ ...silent, origin: null, ...asked }, address)).toEqual({ ok: true, host });
});

const refused: [Partial<RequestOrigin>, typeof given, string][] = [
  [{ origin: "null" }, given, "hidden"],
  [{ origin: null, fetchSite: "cross-site" }, given, "foreign"],
  [{ origin: "" }, given, "foreign"],
  [{ origin: "https://elsewhere.example" }, given, "foreign"],
  [{ origin: "https://cobro.example" }, given, "foreign"],
  [{ origin: "http://cobro.example:8443" }, given, "foreign"],
  [{ origin: "https://elsewhere.example", forwardedHost: "inner, elsewhere.example" }, given, "foreign"],
  // The address that is only derived from the port is that of anybody's own machine.
  [{ origin: "http://localhost:3000", host: "shop.example" }, notGiven, "foreign"],
  [{ origin: "http://192.168.1.5:3000", host: "192.168.1.5:3000" }, given, "insecure"],
  [{ origin: "http://cobro.example", host: "cobro.example" }, given, "insecure"],
];

test.each(refused)("not a form of our own: %j", (asked, address, fault) => {
  expect(judgeOrigin({ ...silent, origin: null, ...asked }, address)).toEqual({ ok: false, fault });
});
