import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { paths } from "@/lib/core/paths";
import { checkCredentials } from "@/lib/domain/accounts/check-credentials";
import { signInSchema } from "@/lib/domain/accounts/schema";
import { findLiveSession } from "@/lib/domain/accounts/store";
import { asksForSecondStep } from "@/lib/domain/second-factors/find-factors";
import { isSecureOrigin } from "@/lib/platform/cookie-name";
import { requireSetting } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { readDevice } from "@/lib/web/device-cookie";
import { clientIp, endOwnSession, openSession } from "@/lib/web/session";
import { authCookie, sessionCookie, sessionSeconds } from "@/lib/web/session-cookie";

/**
 * next-auth's settings. Its token carries only the id of a row in `sessions`. That row is read on every request and
 * decides, so that a session can be ended from elsewhere.
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
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(given) {
          const form = signInSchema.safeParse(given);
          if (!form.success) return null;
          const checked = await checkCredentials(form.data, {
            ip: await clientIp(),
            device: await readDevice(),
          });
          // This route has no second step, so that whoever has one cannot sign in by it.
          const isEnough = checked.ok && !(await asksForSecondStep(checked.value.userId));
          return isEnough ? { id: checked.value.userId } : null;
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        return user ? { sid: await openSession(user.id) } : { sid: token.sid };
      },
      async session({ session, token }) {
        const live = typeof token.sid === "string" ? await findLiveSession(token.sid) : null;
        // A session of a shared till says who is there to the portal's own pages only.
        return live && !live.till
          ? { ...session, user: { name: live.person.name, email: live.person.email } }
          : { expires: new Date(0).toISOString() };
      },
    },
    events: {
      async signOut({ token }) {
        const live = typeof token.sid === "string" ? await findLiveSession(token.sid) : null;
        if (live) await endOwnSession(live.person.id, live.id);
      },
    },
  };
}
