import { cookies } from "next/headers";
import {
  endPendingSignIn,
  findPendingSignIn,
  pendingSeconds,
} from "@/lib/domain/second-factors/begin-sign-in";
import { authCookie } from "@/lib/web/session-cookie";

export async function writePendingCookie(token: string): Promise<void> {
  const { name, options } = authCookie("pending");
  (await cookies()).set(name, token, { ...options, maxAge: pendingSeconds });
}

/** Whose sign-in waits in this browser for its second step; null for nobody's. */
export async function findPendingPerson(): Promise<string | null> {
  const token = await readToken();
  return token === null ? null : findPendingSignIn(token);
}

/** Ends the pending sign-in of this browser. Answers false when it has ended already. */
export async function takePendingSignIn(): Promise<boolean> {
  const token = await readToken();
  const { name, options } = authCookie("pending");
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
  return token !== null && endPendingSignIn(token);
}

async function readToken(): Promise<string | null> {
  return (await cookies()).get(authCookie("pending").name)?.value ?? null;
}
