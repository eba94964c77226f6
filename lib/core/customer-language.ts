/** The languages that Cobro can speak to a merchant's customers: in messages that are shared, and on posters. */
export const customerLanguages = ["es", "en", "pt"] as const;
export type CustomerLanguage = (typeof customerLanguages)[number];

export function isCustomerLanguage(text: string): text is CustomerLanguage {
  return customerLanguages.some((language) => language === text);
}
