import Negotiator from "negotiator";

/** Browsers send a few hundred characters; a longer header is cut off. */
const longestHeader = 500;

const labels = {
  en: {
    language: "en",
    inactive: "This link is no longer active.",
    practice: "Practice only: no money moves here.",
    unknownTitle: "No such link",
    unknownText: "The sandbox has no payment link at this address. Check that all of it was copied.",
  },
  es: {
    language: "es",
    inactive: "Este enlace ya no está activo.",
    practice: "Solo para practicar: aquí no se mueve dinero.",
    unknownTitle: "Este enlace no existe",
    unknownText:
      "El sandbox no tiene ningún enlace de pago en esta dirección. Revise que esté copiada completa.",
  },
} as const;

export type PayPageLabels = {
  [Name in keyof (typeof labels)["en"]]: string;
} & {
  /** The locale that writes numbers as the reader's country does. */
  numbers: string;
};

/** The labels in the first language the reader's browser asks for that is there; otherwise in English. */
export function payPageLabels(acceptLanguage: string | undefined): PayPageLabels {
  const headers = { "accept-language": (acceptLanguage ?? "").slice(0, longestHeader) };
  for (const tag of new Negotiator({ headers }).languages()) {
    // The language and the country. Other parts of a tag do not matter for numbers here.
    const [numbers] = /^es(-[a-z]{2}\b|-419\b)?(?=-|$)/i.exec(tag) ?? [];
    if (numbers !== undefined) return { ...labels.es, numbers };
    if (/^en(-|$)/i.test(tag)) break;
  }
  return { ...labels.en, numbers: "en" };
}
