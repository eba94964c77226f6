import type { z } from "zod";
import type { ErrorCode } from "@/lib/i18n/language/error-code";
import { errors } from "@/lib/i18n/messages/en/errors";

/** The first issue of each field of a schema that speaks in our codes; zod hands them back as plain text. */
export function schemaErrors<Field extends string>(
  error: z.ZodError<Record<Field, unknown>>,
): Partial<Record<string, ErrorCode>> {
  const found: Partial<Record<string, ErrorCode>> = {};
  for (const { path, message } of error.issues) {
    found[String(path[0])] ??= isErrorCode(message) ? message : "unexpected";
  }
  return found;
}

function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errors, text);
}
