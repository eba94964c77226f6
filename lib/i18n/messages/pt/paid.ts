import type { PaidIssue } from "@/lib/domain/payment-links/paid/schema";

export const paid = {
  paid: {
    mark: "Marcar como pago",
    marking: "Marcando…",
    markedBy: "Marcado como pago por {name}, {when}",
    ownWord: "É o que a sua equipe diz. O Cobro não vê pagamentos.",
    undo: "Desfazer",
    undoing: "Desfazendo…",
    note: "Nota",
    reference: "Referência",
    referenceHint: "Por exemplo, o número do pagamento no seu console da 4Geeks.",
    add: "Adicionar uma nota ou referência",
    change: "Alterar a nota ou referência",
    save: "Salvar",
    saving: "Salvando…",
    warningTitle: "Já está marcado como pago",
    warningText: "Quem abrir o link ainda pode pagar, até uma segunda vez.",
    anyway: "Mostrar o código mesmo assim",
    selectedText:
      "{count, plural, =0 {Não falta marcar nenhum destes links.} one {# link ainda não está marcado.} other {# links ainda não estão marcados.}}",
    selectedDone:
      "{count, plural, one {# link foi marcado como pago.} other {# links foram marcados como pagos.}}",
    pasteTitle: "Marcar o que a 4Geeks mostra como pago",
    pasteOpen: "Marcar vários como pagos",
    pasteText: "Copie a lista de pagamentos do seu console da 4Geeks e cole aqui, com o que houver em volta.",
    pasteLabel: "O que o seu console da 4Geeks mostra como pago",
    pasteHint:
      "Os links são encontrados pelos códigos ou endereços deles. Você vê quais são antes de marcar.",
    find: "Buscar estes links",
    finding: "Buscando…",
    foundMarked:
      "{count, plural, one {# outro deste texto já está marcado.} other {# outros deste texto já estão marcados.}}",
    foundMore: "O texto tem mais links do que se pode marcar de uma vez. Marque estes e cole de novo.",
  },
} as const;

export const paidErrors = {
  paid_note_too_long: "Use no máximo 500 caracteres.",
  paid_note_unprintable: "Há caracteres nesta nota que não podem ser mostrados. Apague e digite à mão.",
  paid_reference_too_long: "Use no máximo 80 caracteres.",
  paid_reference_unprintable:
    "Há caracteres nesta referência que não podem ser mostrados. Apague e digite à mão.",
  paid_changed_since: "Alguém da sua equipe mudou isto enquanto isso. Veja como está agora.",
  pasted_nothing:
    "Neste texto não há nenhum link deste negócio. Copie a lista com os códigos ou endereços deles.",
  pasted_all_marked: "Todos os links deste texto já estão marcados como pagos.",
  pasted_too_long: "Este texto é longo demais. Cole em partes.",
} as const satisfies Record<
  PaidIssue | "paid_changed_since" | "pasted_nothing" | "pasted_all_marked" | "pasted_too_long",
  string
>;
