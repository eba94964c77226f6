import { unstable_isUnrecognizedActionError } from "next/navigation";
import { detourPaths } from "@/lib/core/detour-paths";
import { formTooLong, readRefusal } from "@/lib/core/refused-form";

/** Why a submitted form got no answer from the portal. Each reason has a sentence that says what to do. */
export type Unanswered =
  | "offline"
  | "noAnswer"
  | "otherAnswer"
  | "tooLarge"
  | "tooLong"
  | "stalePage"
  | "unexpected"
  | "signedOut"
  /** The person had to prove who they are. */
  | "askedForProof"
  /** There was no answer, before the page was loaded again. */
  | "restored"
  /** It was not sent before the person asked for a new version. */
  | "updated";

/** In bytes. For a form that is larger, a proxy's limit is the most likely reason for an answer that is not ours. */
const largeForm = 512 * 1024;

/** Whether it is an answer: Next throws for a redirect, "not found" and "forbidden", which its router handles. */
export function isAnswer(error: unknown): boolean {
  return getDigest(error).startsWith("NEXT_");
}

export function isRedirect(error: unknown): boolean {
  return getDigest(error).startsWith("NEXT_REDIRECT;");
}

/** Whether the portal redirected to a page from which people come back here. */
export function findDetour(error: unknown): "signedOut" | "askedForProof" | null {
  const [, address = ""] = /^NEXT_REDIRECT;[a-z]+;([^;]+)/.exec(getDigest(error)) ?? [];
  if (address === detourPaths.till || address.startsWith(detourPaths.loginThen(""))) return "signedOut";
  const asksForProof = [detourPaths.confirmThen(""), detourPaths.secondFactorThen("")].some((page) =>
    address.startsWith(page),
  );
  return asksForProof ? "askedForProof" : null;
}

export function unansweredBy(error: unknown, sent: FormData): Unanswered {
  if (unstable_isUnrecognizedActionError(error)) return "stalePage";
  if (!navigator.onLine) return "offline";
  // Thrown on the server, which replaces the message by a number.
  if (getDigest(error) !== "") return "unexpected";
  if (error instanceof TypeError) return "noAnswer";
  if (error instanceof Error && error.message === formTooLong && !hasFile(sent)) return "tooLong";
  return countBytes(sent) > largeForm ? "tooLarge" : "otherAnswer";
}

/** The portal's own sentence, where it refused the form before any page handled it. */
export function refusalIn(error: unknown): string | undefined {
  return error instanceof Error ? readRefusal(error.message) : undefined;
}

function hasFile(form: FormData): boolean {
  return [...form.values()].some((value) => value instanceof File);
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
