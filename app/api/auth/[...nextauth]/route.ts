import NextAuth from "next-auth";
import { authOptions } from "@/lib/web/options";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * The portal signs people in and out by its own forms. Of next-auth's routes, these say whether somebody is signed in,
 * and end a session; the others, such as one that writes into the log what anybody sends, do not answer.
 */
const answered = new Set(["GET csrf", "GET session", "POST signout"]);

// The options are read for each request, so that a build needs no secrets.
async function handle(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const method = request.method === "HEAD" ? "GET" : request.method;
  if (!answered.has(`${method} ${nextauth.join("/")}`)) return new Response("Not Found", { status: 404 });
  return NextAuth(authOptions())(request, context);
}

export { handle as GET, handle as POST };
