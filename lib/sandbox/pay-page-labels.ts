import Negotiator from "negotiator";

/** Browsers send a few hundred characters; what is longer is cut. */
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
  /** How the reader's country writes numbers, as `Intl` takes it. */
  numbers: string;
};

/** In the first language that the reader's browser asks for and there are words in; English otherwise. */
export function payPageLabels(acceptLanguage: string | undefined): PayPageLabels {
  const headers = { "accept-language": (acceptLanguage ?? "").slice(0, longestHeader) };
  for (const tag of new Negotiator({ headers }).languages()) {
    // A language and a country; what else a tag can hold says nothing about numbers here.
    const [numbers] = /^es(-[a-z]{2}\b|-419\b)?(?=-|$)/i.exec(tag) ?? [];
    if (numbers !== undefined) return { ...labels.es, numbers };
    if (/^en(-|$)/i.test(tag)) break;
  }
  return { ...labels.en, numbers: "en" };
}
