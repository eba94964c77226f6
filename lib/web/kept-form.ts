import { cookies, headers } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { formNameField } from "@/lib/core/form-name";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";
import { requireSetting } from "@/lib/platform/env";
import { pathHeader } from "@/lib/web/address";
import { readSessionCookie } from "@/lib/web/session-cookie";

const keptSeconds = 10 * 60;
/** In characters. Browsers refuse cookies of more than 4 kB, and encryption makes it longer. */
const longestKept = 2_000;
/** Makes another key than the session's, so that neither cookie can stand in for the other. */
const salt = "kept form";

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
  if (JSON.stringify(token).length > longestKept) return;
  const secret = requireSetting("NEXTAUTH_SECRET");
  (await cookies()).set(name(), await encode({ token, secret, salt, maxAge: keptSeconds }), {
    ...{ path: "/", httpOnly: true, sameSite: "lax", secure: isSecureOrigin(), maxAge: keptSeconds },
  });
}

/** What this session has kept for the page that is asked for; null for nothing. */
export async function readKeptForm(): Promise<KeptForm | null> {
  const token = (await cookies()).get(name())?.value;
  if (!token) return null;
  const secret = requireSetting("NEXTAUTH_SECRET");
  const kept = claimsSchema.safeParse(await decode({ token, secret, salt }).catch(() => null)).data;
  if (!kept || kept.path !== (await headers()).get(pathHeader)) return null;
  return kept.sessionId === (await readSessionCookie()) ? { form: kept.form, values: kept.values } : null;
}

/** To be called once the form was sent again. */
export async function forgetKeptForm(): Promise<void> {
  const jar = await cookies();
  if (jar.has(name())) jar.set(name(), "", { path: "/", secure: isSecureOrigin(), maxAge: 0 });
}

function name(): string {
  return cookieName("kept-form");
}
