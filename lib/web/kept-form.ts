import { cookies, headers } from "next/headers";
import * as z from "zod";
import { formNameField } from "@/lib/core/form-name";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";
import { pathHeader } from "@/lib/web/address";
import { readEncrypted, writeEncrypted } from "@/lib/web/encrypted-cookie";
import { readSessionCookie } from "@/lib/web/session-cookie";

const keptSeconds = 10 * 60;
/** In bytes. Browsers refuse cookies of more than 4 kB, and encryption makes it longer. */
const longestKept = 2_000;

const claimsSchema = z.object({
  sessionId: z.uuid(),
  path: z.string(),
  form: z.string(),
  values: z.record(z.string(), z.string()),
});

/** What was typed into a form, which shows it again. */
export type KeptForm = { form: string; values: Record<string, string> };

/**
 * Keeps what was typed in an encrypted cookie while the person proves who they are. A page with scripts keeps it itself;
 * this is for the others.
 */
export async function keepForm(
  formData: FormData,
  values: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const request = await headers();
  const sessionId = await readSessionCookie();
  if (request.has("next-action") || sessionId === null) return;
  const form = String(formData.get(formNameField) ?? "");
  const token = { sessionId, path: request.get(pathHeader) ?? "", form, values };
  if (Buffer.byteLength(JSON.stringify(token)) > longestKept) return;
  await writeEncrypted("kept-form", token, { seconds: keptSeconds });
}

/** What this session has kept for the page that is asked for; null for nothing. */
export async function readKeptForm(): Promise<KeptForm | null> {
  const kept = await readEncrypted("kept-form", claimsSchema);
  if (!kept || kept.path !== (await headers()).get(pathHeader)) return null;
  return kept.sessionId === (await readSessionCookie()) ? { form: kept.form, values: kept.values } : null;
}

/** To be called once the form was sent again. */
export async function forgetKeptForm(): Promise<void> {
  const jar = await cookies();
  const name = cookieName("kept-form");
  if (jar.has(name)) jar.set(name, "", { path: "/", secure: isSecureOrigin(), maxAge: 0 });
}
