import NextAuth from "next-auth";
import { authOptions } from "@/lib/web/options";

type Context = { params: Promise<{ nextauth: string[] }> };

// The options are read for each request, so that a build needs no secrets.
function handle(request: Request, context: Context): Promise<Response> {
  return NextAuth(authOptions())(request, context);
}

export { handle as GET, handle as POST };
