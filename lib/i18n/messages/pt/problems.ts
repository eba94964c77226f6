export const problems = {
  notFoundTitle: "Não há nada aqui",
  notFoundText: "O endereço pode estar escrito errado, ou é de um negócio do qual você não faz parte.",
  notFoundHereText: "O endereço pode estar escrito errado, ou é algo que você não pode ver.",
  forbiddenTitle: "Sua função não inclui isto",
  forbiddenText: "Se precisar, peça a um proprietário ou administrador deste negócio.",
  home: "Ir para o início",
} as const;
