/** Messages about the settings of a business that its customers see: its languages and its logo. */
export const business = {
  business: {
    languages: "Languages of your customers",
    languagesHint: "Your messages and posters use the first one unless you choose another.",
    language1: "First language",
    language2: "Second language",
    language3: "Third language",
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
  keyMail: {
    subject: "4Geeks no longer accepts the API key of {merchant}",
    text: "4Geeks has just begun to refuse the API key that {merchant} makes links with ({mode}, ends in {last4}). Until you connect one that works, nobody can make links in that mode. Links that you have already shared are not affected.",
    todo: "What to do: in the 4Geeks console, open Settings, then API & Developers, and press Generate New Key. Copy the new API key, open the page below and connect it.",
    button: "Connect a new API key",
    footer:
      "You get this email because you are an owner of {merchant}. It is sent once each time an API key stops working.",
  },
} as const;
