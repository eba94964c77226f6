import type { z } from "zod";
import type { ErrorCode } from "@/lib/i18n/language/error-code";
import { errors } from "@/lib/i18n/messages/en/errors";

/**
 * The first issue of each field of a schema that speaks in our codes; zod hands them back as plain text. A field whose
 * issue is none of ours is a hidden one: then the whole form cannot be read.
 */
export function schemaErrors<Field extends string>(
  error: z.ZodError<Record<Field, unknown>>,
): Partial<Record<string, ErrorCode>> {
  const found: Partial<Record<string, ErrorCode>> = {};
  for (const { path, message } of error.issues) {
    if (isErrorCode(message)) found[String(path[0])] ??= message;
    else found.form = "form_unreadable";
  }
  return found;
}

function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errors, text);
}
