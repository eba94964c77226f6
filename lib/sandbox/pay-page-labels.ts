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
  for (const tag of (acceptLanguage ?? "").split(",").map((part) => part.split(";")[0]?.trim() ?? "")) {
    // A language and a country; what else a tag can hold says nothing about numbers here.
    if (/^es(-[a-z]{2}|-419)?$/i.test(tag)) return { ...labels.es, numbers: tag };
    if (/^en\b/i.test(tag)) break;
  }
  return { ...labels.en, numbers: "en" };
}
