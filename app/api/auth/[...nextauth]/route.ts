import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/web/options";
import { comeBackFromProvider } from "@/lib/web/provider-sign-in";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * The portal signs people in and out by its own forms. Of next-auth's routes, only those answer that say whether somebody
 * is signed in; the others, such as one that writes into the log what anybody sends, do not.
 */
const answered = new Set(["csrf", "session"]);

// The options are read for each request, so that a build needs no secrets.
async function handle(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const [action, provider, ...rest] = nextauth;
  // The address that an operator registers at an identity provider.
  if (action === "callback" && provider !== undefined && rest.length === 0) {
    return comeBackFromProvider(request, provider);
  }
  if (!answered.has(nextauth.join("/"))) return new Response("Not Found", { status: 404 });
  return NextAuth(authOptions())(request, context);
}

export { handle as GET };
