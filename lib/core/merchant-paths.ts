/**
 * The addresses of one merchant's pages. A file of its own, because most scripts for browsers need none of them.
 * @param slug the merchant's name in addresses.
 */
export function merchantPaths(slug: string) {
  const home = `/m/${slug}`;
  const settings = `${home}/settings`;
  const general = `${settings}/general`;
  return {
    home,
    links: `${home}/links`,
    /** How an export goes on. */
    exportRun: (id: string): string => `${home}/links/exports/${id}`,
    auditExportRun: (id: string): string => `${settings}/audit/exports/${id}`,
    closeExportRun: (id: string): string => `${home}/close/exports/${id}`,
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
