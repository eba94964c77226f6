import type { z } from "zod";
import type { ErrorCode } from "@/lib/i18n/language/error-code";
import { errors } from "@/lib/i18n/messages/en/errors";

/**
 * The first issue of each field, for schemas whose messages are our codes; zod types them as plain text. An issue that
 * is none of our codes is in a hidden field, which people cannot correct: then the form counts as unreadable.
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
