import type { NextAuthOptions } from "next-auth";
import { paths } from "@/lib/core/paths";
import { findLiveSession } from "@/lib/domain/accounts/live-session-store";
import { isSecureOrigin } from "@/lib/platform/cookie-name";
import { requireSetting } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { authCookie, sessionCookie, sessionSeconds } from "@/lib/web/session-cookie";

/**
 * next-auth's settings. Its token carries only the id of a row in `sessions`. That row is read on every request and
 * decides, so that a session can be ended from elsewhere. Sessions begin and end in lib/web/session.ts.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: requireSetting("NEXTAUTH_SECRET"),
    useSecureCookies: isSecureOrigin(),
    session: { strategy: "jwt", maxAge: sessionSeconds },
    cookies: {
      sessionToken: sessionCookie(),
      csrfToken: authCookie("csrf"),
      callbackUrl: authCookie("callback"),
      pkceCodeVerifier: authCookie("pkce"),
      state: authCookie("state"),
      nonce: authCookie("nonce"),
    },
    // Its own logger prints texts as they come, and so lines that somebody else has made up.
    logger: {
      error: (code) => log().error({ code: "next_auth", reason: code }),
      warn: (code) => log().warn({ code: "next_auth", reason: code }),
      debug: () => {},
    },
    pages: { signIn: paths.login, error: paths.login },
    providers: [],
    callbacks: {
      async jwt({ token }) {
        return { sid: token.sid };
      },
      async session({ session, token }) {
        const live = typeof token.sid === "string" ? await findLiveSession(token.sid) : null;
        // A session of a shared till says who is there to the portal's own pages only.
        return live && !live.till
          ? { ...session, user: { name: live.person.name, email: live.person.email } }
          : { expires: new Date(0).toISOString() };
      },
    },
  };
}
