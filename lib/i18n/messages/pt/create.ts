export const create = {
  offline: {
    badge: "Sem conexão",
  },
  unanswered: {
    offline:
      "Não há conexão, então nada foi enviado. O que você digitou continua aqui: tente de novo quando a conexão voltar.",
    noAnswer:
      "A conexão caiu antes da resposta, então talvez isto não tenha chegado. O que você digitou continua aqui: confira sua conexão e tente de novo.",
    otherAnswer:
      "Outra coisa respondeu no lugar do Cobro: a página de acesso da sua rede, ou um servidor ocupado. O que você digitou continua aqui: veja se a sua rede pede acesso, espere um momento e tente de novo.",
    tooLarge:
      "Isto é grande demais para a sua rede. O que você digitou continua aqui: encurte, ou escolha um arquivo menor, e tente de novo.",
    stalePage:
      "O Cobro foi atualizado desde que você abriu esta página, então nada foi enviado. Carregue a página de novo: o que você digitou estará aqui, menos senhas, chaves de API e arquivos.",
    unexpected: "Algo deu errado do nosso lado. O que você digitou continua aqui; tente de novo.",
    signedOut:
      "Seu acesso tinha terminado, então isto não foi enviado. O que você digitou está aqui de novo: confira e envie, e digite outra vez senhas e chaves de API.",
    askedForProof:
      "Nada foi enviado antes de você confirmar que é você. O que você digitou está aqui de novo: confira e envie, e digite outra vez senhas e chaves de API.",
    updated:
      "O Cobro foi atualizado. O que você digitou está aqui de novo, menos senhas, chaves de API e arquivos.",
    restored:
      "Quando você enviou isto, não houve resposta. O que você digitou está aqui de novo: confira e envie, e digite outra vez senhas e chaves de API.",
    reload: "Carregar a página de novo",
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
