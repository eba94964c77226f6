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
  keyMail: {
    subject: "4Geeks no longer accepts the key of {merchant}",
    text: "Since a moment ago, 4Geeks refuses the key with which {merchant} makes links ({mode}, ends in {last4}). Until it accepts one again, nobody can make links in that mode. Links that you have already shared are not affected by this.",
    todo: "What to do: in the 4Geeks console, open Settings, then API & Developers, and press Generate New Key. Copy the new key, open the page below and connect it.",
    button: "Connect a new key",
    footer:
      "You get this letter because you are an owner of {merchant}. It is sent once for each time that a key stops working.",
  },
} as const;
