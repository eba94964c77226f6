export const create = {
  offline: {
    badge: "Sem conexão",
  },
  create: {
    forMerchant: "para {merchant}",
    usual: "Usados antes",
    templates: "Modelos",
    keypad: "Teclado",
    back: "Apagar o último número",
    mark: "Casas decimais",
    submitting: "Seu link está sendo criado",
    slow: "A 4Geeks está demorando mais do que o normal. Você pode sair desta página: seu link vai aparecer no Histórico.",
    pendingLinks: "Links a caminho",
    offline:
      "Este celular está sem conexão, então nada foi enviado. O que você digitou continua aqui: toque de novo quando o sinal voltar.",
    tapRestored:
      "Não houve resposta ao seu toque em um modelo. Toque de novo: se o link foi criado, você o verá, e nenhum é criado duas vezes.",
    creatingIn: "Será criado em",
    undo: "Desfazer",
    undone: "Desfeito. Nenhum link foi criado.",
    left: "Você saiu desta página, então nenhum link foi criado.",
    noAnswer:
      "A conexão caiu antes da resposta. Toque de novo: se o seu link já foi criado, você o verá; ele não é criado duas vezes.",
  },
} as const;
