import { expect, it } from "vitest";
import { parseEnv } from "@/lib/platform/env";
import { isSameIssuer, listProviders } from "@/lib/platform/identity-providers";

const oidc = { OIDC_ISSUER: "https://id.example.com/shop/", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" };
const google = { GOOGLE_CLIENT_ID: "c", GOOGLE_CLIENT_SECRET: "d" };

it("there is no provider that the operator has not set", () => {
  expect(listProviders(parseEnv({}))).toEqual([]);
  expect(listProviders(parseEnv({ OIDC_NAME: "Acme" }))).toEqual([]);
});

it("a provider is called by its name, or by its host", () => {
  const names = (given: Record<string, string>) => listProviders(parseEnv(given)).map(({ name }) => name);
  expect(names(oidc)).toEqual(["id.example.com"]);
  expect(names({ ...oidc, ...google, OIDC_NAME: " Acme " })).toEqual(["Acme", "Google"]);
});

it("Google is a provider like any other, at its own address", () => {
  const issuer = "https://accounts.google.com";
  const expected = { id: "google", name: "Google", issuer, clientId: "c", clientSecret: "d" };
  expect(listProviders(parseEnv(google))).toEqual([expected]);
});

it("only a slash at the end may differ between two spellings of an issuer", () => {
  expect(isSameIssuer("https://id.example.com/", "https://id.example.com")).toBe(true);
  expect(isSameIssuer("https://id.example.com", "https://id.example.com")).toBe(true);
  for (const other of [
    "https://id.example.com/other",
    "http://id.example.com",
    "https://id.example.com.evil",
  ]) {
    expect(isSameIssuer(other, "https://id.example.com"), other).toBe(false);
  }
});
