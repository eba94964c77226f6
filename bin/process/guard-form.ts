import type { IncomingMessage, ServerResponse } from "node:http";
import { answerPage, answerRefusal } from "@/bin/process/answer-refusal";
import { readBody, withBody } from "@/bin/process/read-body";
import { headerReader } from "@/bin/process/read-header";
import { formTooLong } from "@/lib/core/refused-form";
import { env } from "@/lib/platform/env";
import { hasReadableActionFields, hasReadableNames } from "@/lib/web/action-fields";
import { longestFormTo, takesFile, tooLongMark } from "@/lib/web/form-limit";
import { judgeOrigin } from "@/lib/web/origin";
import { readPlainForm } from "@/lib/web/plain-form";

/**
 * Judges a request that changes something before Next reads it. Refuses forms that no page of the portal has sent, that are
 * too long, or that cannot be read: Next would answer 500, as if the portal were broken.
 * @returns the request to go on with; null when it has been answered, or whoever sent it has hung up.
 */
export async function guardForm(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<IncomingMessage | null> {
  const { method = "", headers } = request;
  if (method === "GET" || method === "HEAD") return request;
  if (!(await isFromPortal(request, response))) return null;
  if (method !== "POST") return request;
  const longest = longestFormTo(toPath(request));
  // The length is not always declared, so the bytes are counted too.
  const isTooLong = Number(headers["content-length"]) > longest;
  const body = isTooLong ? "too long" : await readBody(request, longest);
  if (body === null) return null;
  if (body !== "too long" && (await isReadable(body, headers["content-type"])))
    return withBody(request, body);
  if (body === "too long") answerTooLong(request, response);
  else answerRefusal(request, response, "formUnreadable", { status: 400 });
  return null;
}

async function isFromPortal(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const header = headerReader(request);
  const { isAppUrlGiven: isGiven, APP_URL: origin } = env();
  const own = { origin, isGiven };
  const asked = {
    origin: header("origin"),
    fetchSite: header("sec-fetch-site"),
    host: header("host"),
    forwardedHost: header("x-forwarded-host"),
  };
  const judged = judgeOrigin(asked, own);
  if (!judged.ok) {
    // Its sentences are all messages in all languages, which would be loaded with every start.
    const { writeRefusedOrigin } = await import("@/lib/web/refused-origin");
    answerPage(response, writeRefusedOrigin(judged.fault, asked, own, header), { status: 403 });
    return false;
  }
  // Next compares this header with the form's origin by itself, and does not know APP_URL.
  if (judged.host !== null) request.headers["x-forwarded-host"] = judged.host;
  return true;
}

async function isReadable(body: Buffer<ArrayBuffer>, type = ""): Promise<boolean> {
  if (!type.toLowerCase().startsWith("multipart/form-data")) return true;
  const form =
    readPlainForm(body, type) ??
    (await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null));
  return form !== null && hasReadableNames(form) && hasReadableActionFields(form);
}

/** On a page with a file field, people choose files that are too large: the page then says so beside the field. */
function answerTooLong(request: IncomingMessage, response: ServerResponse): void {
  const path = toPath(request);
  if (request.headers["next-action"] !== undefined)
    answerPage(response, { type: "text/plain", body: formTooLong }, { status: 413 });
  else if (takesFile(path)) response.writeHead(303, { Location: `${path}?${tooLongMark}=1` }).end();
  else answerRefusal(request, response, "formTooLong", { status: 413 });
}

function toPath({ url = "" }: IncomingMessage): string {
  const [path = ""] = url.split(/[?#]/);
  return path;
}
