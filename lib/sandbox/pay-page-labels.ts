import Negotiator from "negotiator";

/** Browsers send a few hundred characters; a longer header is cut off. */
const longestHeader = 500;

const labels = {
  en: {
    language: "en",
    payTo: "Pay to",
    pay: "Pay",
    cancel: "Cancel",
    paidTitle: "Paid",
    paidText: "This was practice: no money moved. You can close this page.",
    cancelledTitle: "Payment cancelled",
    cancelledText: "This was practice: no money moved, and nothing was charged.",
    again: "Back to the payment",
    inactive: "This link is no longer active.",
    practice: "Practice only: no money moves here.",
    unknownTitle: "No such link",
    unknownText: "The sandbox has no payment link at this address. Check that all of it was copied.",
  },
  es: {
    language: "es",
    payTo: "Pago a",
    pay: "Pagar",
    cancel: "Cancelar",
    paidTitle: "Pagado",
    paidText: "Esto era práctica: no se movió dinero. Ya puede cerrar esta página.",
    cancelledTitle: "Pago cancelado",
    cancelledText: "Esto era práctica: no se movió dinero y no se cobró nada.",
    again: "Volver al pago",
    inactive: "Este enlace ya no está activo.",
    practice: "Solo para practicar: aquí no se mueve dinero.",
    unknownTitle: "Este enlace no existe",
    unknownText:
      "El sandbox no tiene ningún enlace de pago en esta dirección. Revise que esté copiada completa.",
  },
  pt: {
    language: "pt",
    payTo: "Pagamento a",
    pay: "Pagar",
    cancel: "Cancelar",
    paidTitle: "Pago",
    paidText: "Isto foi só para praticar: nenhum dinheiro foi movimentado. Já pode fechar esta página.",
    cancelledTitle: "Pagamento cancelado",
    cancelledText: "Isto foi só para praticar: nenhum dinheiro foi movimentado e nada foi cobrado.",
    again: "Voltar ao pagamento",
    inactive: "Este link não está mais ativo.",
    practice: "Só para praticar: aqui nenhum dinheiro é movimentado.",
    unknownTitle: "Este link não existe",
    unknownText: "O sandbox não tem nenhum link de pagamento neste endereço. Confira se foi copiado inteiro.",
  },
} as const;

type LabelsLanguage = keyof typeof labels;

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
    const language = tag.slice(0, 2).toLowerCase();
    if (!/^[a-z]{2}(-|$)/i.test(tag) || !isLanguage(language)) continue;
    if (language === "en") break;
    // The language and the country. Other parts of a tag do not matter for numbers here.
    const [numbers = language] = /^[a-z]{2}(-[a-z]{2}\b|-419\b)?(?=-|$)/i.exec(tag) ?? [];
    return { ...labels[language], numbers };
  }
  return { ...labels.en, numbers: "en" };
}

function isLanguage(text: string): text is LabelsLanguage {
  return Object.hasOwn(labels, text);
}
