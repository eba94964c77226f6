export const unanswered = {
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
  tooLong: "Algo neste formulário é longo demais. Encurte e tente de novo.",
  losesDrafts:
    "Neste aparelho há rascunhos que ainda não são links, e ao sair eles são apagados. Sair mesmo assim?",
} as const;
