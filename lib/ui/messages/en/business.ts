/** Words of a business's own settings that its customers come to see: its languages and its logo. */
export const business = {
  business: {
    languages: "Languages of your customers",
    languagesHint:
      "The messages that you share and your posters speak the first one, unless you choose another.",
    language1: "Most of them",
    language2: "Then",
    language3: "And",
    noLanguage: "None",
    language_es: "Spanish",
    language_en: "English",
    language_pt: "Portuguese",
    logo: "Logo",
    logoHint: "A PNG, JPEG or WebP of at most 2 MB. It is shown on your screens and posters.",
    logoNew: "Choose a picture",
    saveLogo: "Save logo",
    savingLogo: "Saving…",
    removeLogo: "Remove logo",
    removingLogo: "Removing…",
    logoOf: "Logo of {merchant}",
  },
} as const;
