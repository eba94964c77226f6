import { fail, ok, type Result } from "@/lib/core/result";
import type { NewLink } from "@/lib/sandbox/link";
import { parseJson } from "@/lib/sandbox/parse-json";

/** One entry in the `detail` of a 422, as the documentation shows it. */
export type Issue = { loc: (string | number)[]; msg: string; type: string; ctx?: Record<string, number> };
export type Validated<Value> = Result<Value, { code: "invalid"; detail: Issue[] }>;

/** The body of a POST. It is stricter than the real API in one way: a number may not be sent as a string. */
export function readNewLink(body: string, contentType: string | undefined): Validated<NewLink> {
  if (body === "") return invalid(issue(["body"], "field required", "value_error.missing"));
  if (!isJsonType(contentType)) return invalid(notADict);
  const json = parseJson(body);
  if (json === undefined) return invalid(issue(["body", 0], "malformed JSON", "value_error.jsondecode"));
  if (!isRecord(json)) return invalid(notADict);
  const { amount, currency, description } = json;
  const issues = [
    amountIssue(amount),
    textIssue("currency", currency) ?? currencyIssue(currency),
    textIssue("description", description),
  ].filter((found) => found !== undefined);
  if (typeof amount !== "number" || typeof currency !== "string" || typeof description !== "string") {
    return invalid(...issues);
  }
  return issues.length > 0 ? invalid(...issues) : ok({ amount, currency, description });
}

/** `limit` and `offset` with their documented defaults. */
export function readPaging(query: URLSearchParams): Validated<{ limit: number; offset: number }> {
  const limit = readInteger(query, "limit", 10);
  const offset = readInteger(query, "offset", 0);
  if (limit.ok && offset.ok) return ok({ limit: limit.value, offset: offset.value });
  return invalid(...(limit.ok ? [] : limit.detail), ...(offset.ok ? [] : offset.detail));
}

function amountIssue(amount: unknown): Issue | undefined {
  const loc = ["body", "amount"];
  if (amount === undefined || amount === null) return absence("amount", amount);
  if (typeof amount !== "number" || !Number.isInteger(amount)) return notAnInteger(loc);
  if (amount < 1) return tooSmall(loc, 1);
  if (Number.isSafeInteger(amount)) return undefined;
  const most = Number.MAX_SAFE_INTEGER;
  const msg = `ensure this value is less than or equal to ${most}`;
  return { loc, msg, type: "value_error.number.not_le", ctx: { limit_value: most } };
}

function textIssue(name: string, value: unknown): Issue | undefined {
  if (typeof value === "string") return undefined;
  return absence(name, value) ?? issue(["body", name], "str type expected", "type_error.str");
}

function absence(name: string, value: unknown): Issue | undefined {
  const loc = ["body", name];
  if (value === undefined) return issue(loc, "field required", "value_error.missing");
  if (value === null) return issue(loc, "none is not an allowed value", "type_error.none.not_allowed");
  return undefined;
}

function currencyIssue(currency: unknown): Issue | undefined {
  if (typeof currency === "string" && /^[A-Za-z]{3}$/.test(currency)) return undefined;
  return issue(["body", "currency"], 'string does not match regex "^[A-Za-z]{3}$"', "value_error.str.regex");
}

function readInteger(query: URLSearchParams, name: string, absent: number): Validated<number> {
  const text = query.get(name);
  if (text === null) return ok(absent);
  const value = /^[+-]?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) return invalid(notAnInteger(["query", name]));
  return value < 0 ? invalid(tooSmall(["query", name], 0)) : ok(value);
}

const notADict = issue(["body"], "value is not a valid dict", "type_error.dict");

function notAnInteger(loc: string[]): Issue {
  return issue(loc, "value is not a valid integer", "type_error.integer");
}

function tooSmall(loc: string[], least: number): Issue {
  const msg = `ensure this value is greater than or equal to ${least}`;
  return { loc, msg, type: "value_error.number.not_ge", ctx: { limit_value: least } };
}

function issue(loc: (string | number)[], msg: string, type: string): Issue {
  return { loc, msg, type };
}

function invalid(...detail: Issue[]) {
  return fail({ code: "invalid" as const, detail });
}

function isJsonType(contentType: string | undefined): boolean {
  return contentType === undefined || /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType.trim());
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
