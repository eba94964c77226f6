import { detourPaths } from "@/lib/core/detour-paths";

/** Every address of the portal but those of a merchant's pages, so that none is spelled by hand. */
export const paths = {
  ...detourPaths,
  /** Leads to the merchant that was used last. */
  home: "/",
  homeNew: "/?open=new",
  homeHistory: "/?open=history",
  /** The same for a text that was shared with the installed app. */
  homeFor: (text: string): string => `/?text=${encodeURIComponent(text)}`,
  merchants: "/m",
  /** Where a business is chosen for such a text. */
  merchantsFor: (text: string): string => `/m?text=${encodeURIComponent(text)}`,
  newMerchant: "/m/new",
  account: "/account",
  /** The operators' page, with the merchants after a slug. */
  admin: "/admin",
  adminAfter: (slug: string): string => (slug === "" ? "/admin" : `/admin?after=${encodeURIComponent(slug)}`),
  /** The account's page, which says that the change was saved. */
  accountAfter: (change: "name" | "password" | "sessions" | "linked" | "unlinked"): string =>
    `/account?saved=${change}`,
  password: "/account/password",
  /** Where one person types their PIN. */
  tillFor: (userId: string): string => `/till?person=${userId}`,
  signup: "/signup",
  forgotPassword: "/forgot-password",
  login: "/login",
  /** Sends the browser to an identity provider, to sign in with an account there. */
  providerSignIn: (provider: string): string => `/login/with/${provider}`,
  providerSignInThen: (provider: string, next: string): string =>
    `/login/with/${provider}?next=${encodeURIComponent(next)}`,
  /** Sends the browser to an identity provider, to link an account there with one's own here. */
  linkIdentity: (provider: string): string => `/account/link/${provider}`,
  /** The sign-in page, which says why a provider did not sign the person in. */
  loginProblem: (problem: string, provider: string, next: string | null): string =>
    `/login?problem=${problem}&with=${provider}${next === null ? "" : `&next=${encodeURIComponent(next)}`}`,
  /** The account's page, which says why an identity was not linked. */
  accountProblem: (problem: string, provider: string): string =>
    `/account?problem=${problem}&with=${provider}`,
  /** The second step of a sign-in. */
  secondStep: "/login/second-step",
  secondStepThen: (next: string): string => `/login/second-step?next=${encodeURIComponent(next)}`,
  /** Options for a passkey that signs in, or proves who somebody is. */
  passkeyOptions: "/login/passkey",
  /** Options for a new passkey. */
  newPasskeyOptions: "/account/passkey",
  /** Where a person sets up their second factor. */
  secondFactor: "/account/second-factor",
  invitation: (token: string): string => `/invite/${token}`,
  /** The page that is shown where there is no network; with one, it has the drafts. */
  offline: "/offline",
  /** The service worker. */
  worker: "/sw.js",
  confirmEmail: (token: string): string => `/account/email/${token}`,
  resetPassword: (token: string): string => `/reset-password/${token}`,
} as const;

/** Where a customer comes from a short address. */
export function shortPath(code: string): string {
  return `/p/${code}`;
}

/** The picture of a link that messengers show. */
export function previewPicturePath(code: string): string {
  return `/p/${code}/picture.png`;
}
