import { type Env, env } from "@/lib/platform/env";

export type ProviderId = "oidc" | "google";

/** A service where people have accounts with which they can sign in here, by OpenID Connect. */
export type IdentityProvider = {
  id: ProviderId;
  /** What people call it. */
  name: string;
  /** Its address, by which it names itself in its ID tokens. */
  issuer: string;
  clientId: string;
  clientSecret: string;
};

/** The providers that the operator has set; none by default. */
export function listProviders(settings: Env = env()): IdentityProvider[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = settings;
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = settings;
  const providers: IdentityProvider[] = [];
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET) {
    providers.push({
      id: "oidc",
      name: OIDC_NAME ?? new URL(OIDC_ISSUER).host,
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
    });
  }
  if (GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET) {
    providers.push({
      id: "google",
      name: "Google",
      issuer: "https://accounts.google.com",
      clientId: GOOGLE_CLIENT_ID,
      clientSecret: GOOGLE_CLIENT_SECRET,
    });
  }
  return providers;
}

/** The provider with this id, if the operator has set it. */
export function findProvider(id: string): IdentityProvider | null {
  return listProviders().find((provider) => provider.id === id) ?? null;
}

/** Whether two addresses name the same issuer. Some end in a slash, which nobody copies into a setting. */
export function isSameIssuer(one: string, other: string): boolean {
  return one.replace(/\/$/, "") === other.replace(/\/$/, "");
}
