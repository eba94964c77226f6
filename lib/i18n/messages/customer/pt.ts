export const pt = {
  language: "Português",
  message: {
    greeting: "Olá! Este é o link para pagar {amount} a {merchant}.",
    greetingNoAmount: "Olá! Este é o link para pagar a {merchant}.",
    subject: "Pagamento de {amount} a {merchant}",
    subjectNoAmount: "Pagamento a {merchant}",
    notReal: "TESTE: nada é cobrado por este link.",
  },
  show: {
    scan: "Escaneie para pagar",
  },
  address: {
    cancelledTitle: "Este link foi cancelado",
    cancelledText: "{merchant} cancelou este link de pagamento. Não o pague.",
    replacedText: "{merchant} cancelou este link de pagamento e criou outro para você.",
    toReplacement: "Ir para o novo link",
    previewTitle: "Pagar {amount} a {merchant}",
    previewTitleNoAmount: "Pagar a {merchant}",
    toPayPage: "Ir para a página de pagamento",
    expiredTitle: "Este link expirou",
    expiredText: "Este link de pagamento expirou. Peça outro a {merchant}.",
    noneTitle: "Não há nenhum link aqui",
    noneText:
      "Não há nenhum link de pagamento neste endereço. Confira se ele foi copiado por inteiro ou pergunte a quem o enviou.",
    limitedTitle: "Tente de novo em um minuto",
    limitedText: "Foram tentados endereços demais a partir da sua rede.",
  },
  print: {
    step1: "Abra a câmera do celular",
    step2: "Aponte para o código e toque no link",
    step3: "Confira o valor e pague",
    orType: "Ou digite este endereço no navegador",
    code: "Código QR",
    test: "Só para testar: nada é cobrado.",
    sandbox: "Só para praticar: nada é cobrado.",
  },
} as const;
