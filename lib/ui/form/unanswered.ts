import { unstable_isUnrecognizedActionError } from "next/navigation";

/** Why a form that was sent has no answer of ours. Each has a sentence that says what to do. */
export type Unanswered =
  | "offline"
  | "noAnswer"
  | "otherAnswer"
  | "tooLarge"
  | "stalePage"
  | "unexpected"
  | "signedOut"
  /** Before this page was loaded, with any of the others but the last. */
  | "restored";

/** From here on a proxy's limit is the likeliest reason for an answer that is not ours. In bytes. */
const largeForm = 512 * 1024;

/** Next's own signals are answers: a redirect, "not found", "forbidden". The router and its boundaries handle them. */
export function isAnswer(error: unknown): boolean {
  return getDigest(error).startsWith("NEXT_");
}

export function isRedirect(error: unknown): boolean {
  return getDigest(error).startsWith("NEXT_REDIRECT;");
}

/** Whether the portal asked to sign in first, and would come back here after. */
export function isSignInRedirect(error: unknown): boolean {
  return /^NEXT_REDIRECT;[a-z]+;\/login\?next=/.test(getDigest(error));
}

export function unansweredBy(error: unknown, sent: FormData): Unanswered {
  if (unstable_isUnrecognizedActionError(error)) return "stalePage";
  if (!navigator.onLine) return "offline";
  // Thrown on the server, which hides what it was behind a number.
  if (getDigest(error) !== "") return "unexpected";
  if (error instanceof TypeError) return "noAnswer";
  return countBytes(sent) > largeForm ? "tooLarge" : "otherAnswer";
}

function countBytes(form: FormData): number {
  return [...form.values()].reduce(
    (sum, value) => sum + (value instanceof File ? value.size : value.length),
    0,
  );
}

function getDigest(error: unknown): string {
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  return typeof digest === "string" ? digest : "";
}
