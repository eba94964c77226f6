/** Every address of the portal, so that none is spelled by hand. */
export const paths = {
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
  /** Prove again who one is, then go on to another page of this portal. */
  confirmThen: (next: string): string => `/account/confirm?next=${encodeURIComponent(next)}`,
  /** The lock screen of a shared till. */
  till: "/till",
  /** Where one person types their PIN. */
  tillFor: (userId: string): string => `/till?person=${userId}`,
  signup: "/signup",
  forgotPassword: "/forgot-password",
  login: "/login",
  /** Sign in, then go on to another page of this portal. */
  loginThen: (next: string): string => `/login?next=${encodeURIComponent(next)}`,
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
  secondFactorThen: (next: string): string => `/account/second-factor?next=${encodeURIComponent(next)}`,
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

/** The addresses of one merchant's pages. @param slug the merchant's name in addresses. */
export function merchantPaths(slug: string) {
  const home = `/m/${slug}`;
  const settings = `${home}/settings`;
  const general = `${settings}/general`;
  return {
    home,
    links: `${home}/links`,
    /** How an export goes on. */
    exportRun: (id: string): string => `${home}/links/exports/${id}`,
    newLink: `${home}/links/new`,
    /** The same in a currency that is not the merchant's default. */
    newLinkIn: (currency: string): string => `${home}/links/new?currency=${currency}`,
    link: (id: string): string => `${home}/links/${id}`,
    /** A link's page with the ways to share it open, for browsers without scripts. */
    shareLink: (id: string): string => `${home}/links/${id}?ways=open`,
    /** The place on a link's page that says what was just done, so that it is seen on a phone too. */
    linkAt: (id: string, place: string): string => `${home}/links/${id}#${place}`,
    /** A different address after each save, so that the page shows a new form and not the one that was sent. */
    linkSavedAt: (id: string, time: string): string => `${home}/links/${id}?saved=${time}`,
    /** Where a link is created for what somebody has shared with the installed app. */
    newLinkFor: (description: string): string =>
      `${home}/links/new?description=${encodeURIComponent(description)}`,
    /** Where a link is created that replaces this one. */
    replaceLink: (id: string): string => `${home}/links/new?replaces=${id}`,
    /** Where a link's code is pointed at another link. */
    pointCode: (id: string): string => `${home}/links/${id}/point`,
    /** Where links are marked as paid that 4Geeks' console shows. */
    markPaid: `${home}/links/paid`,
    /** Links that were found in such a text, to be marked. `marked` more in it are marked already. */
    selectedFound: (links: string, { marked, isMore }: { marked: number; isMore: boolean }): string =>
      `${home}/links/selected?link=${links}&found=${marked}${isMore ? "&more=1" : ""}#paid`,
    /** Links of which so many were marked as paid at that moment. */
    selectedPaidAt: (links: string, { count, at }: { count: number; at: Date }): string =>
      `${home}/links/selected?link=${links}&marked=${count}&at=${at.getTime()}#paid`,
    /** The links that were chosen one by one, after they were changed. @param links ids with commas between them. */
    selectedSavedAt: (links: string, at: string): string =>
      `${home}/links/selected?link=${links}&saved=${at}`,
    /** What a browser stores of the merchant for the time without a network. */
    offline: `${home}/offline`,
    /** Takes a link that was typed without a network. */
    drafts: `${home}/drafts`,
    bulk: `${home}/bulk`,
    bulkBatch: (id: string): string => `${home}/bulk/${id}`,
    /** What became of each row, and of those without a link. */
    bulkResults: (id: string): string => `${home}/bulk/${id}/results.csv`,
    bulkRefused: (id: string): string => `${home}/bulk/${id}/results.csv?rows=refused`,
    bulkLinks: (id: string): string => `${home}/links?batch=${id}`,
    bulkSheet: (id: string): string => `${home}/links/sheet?batch=${id}`,
    overview: `${home}/overview`,
    /** What became of a day's links. */
    close: `${home}/close`,
    /** Those that are still open, one by one. */
    closeOpen: `${home}/close/open`,
    closeFile: `${home}/close/export.csv`,
    inbox: `${home}/inbox`,
    /** The inbox after all links of a kind were seen, with the moment by which that is undone. */
    inboxSeen: (kind: string, { count, at }: { count: number; at: Date }): string =>
      `${home}/inbox?seen=${kind}&count=${count}&at=${at.getTime()}`,
    /** The inbox after "Check now", where the page confirms that a check was asked for. */
    inboxChecking: `${home}/inbox?looking=now`,
    /** One unconfirmed link, with the candidates that come after `found`. */
    unconfirmed: (id: string, found: string): string => `${home}/inbox?unconfirmed=${id}&found=${found}`,
    /** Compares one unconfirmed link with one of its candidates. */
    candidate: (id: string, candidateId: string): string => `${home}/inbox/${id}/${candidateId}`,
    /** Redirects to the candidate's pay page and records that the person opened it. */
    openCandidate: (id: string, candidateId: string): string => `${home}/inbox/${id}/${candidateId}/open`,
    /** The version is in the address so that browsers may cache the picture until it changes. */
    logo: (version: string): string => `${home}/logo.png?v=${version}`,
    logoIcon: (version: string): string => `${home}/logo.png?v=${version}&icon=1`,
    settings,
    general,
    /** A different address after each save, so that the page shows a new form and not the one that was sent. */
    generalSavedAt: (time: string): string => `${general}?saved=${time}`,
    logoSavedAt: (time: string): string => `${general}?saved=1&logo=${time}`,
    templatesSavedAt: (time: string): string => `${settings}/templates?saved=${time}`,
    apiKeys: `${settings}/api-keys`,
    templates: `${settings}/templates`,
    team: `${settings}/team`,
    /** Where a customer's data is removed from all links. */
    customers: `${settings}/customers`,
    tills: `${settings}/tills`,
    tillsSavedAt: (time: string): string => `${settings}/tills?saved=${time}`,
    pin: `${settings}/pin`,
    pinSavedAt: (time: string): string => `${settings}/pin?saved=${time}`,
    audit: `${settings}/audit`,
  };
}

export type MerchantPaths = ReturnType<typeof merchantPaths>;
