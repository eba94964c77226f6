export const es = {
  language: "Español",
  message: {
    greeting: "¡Hola! Este es el enlace para pagar {amount} a {merchant}.",
    greetingNoAmount: "¡Hola! Este es el enlace para pagar a {merchant}.",
    subject: "Pago de {amount} a {merchant}",
    subjectNoAmount: "Pago a {merchant}",
    notReal: "PRUEBA: con este enlace no se cobra nada.",
  },
  show: {
    scan: "Escanee para pagar",
  },
  address: {
    cancelledTitle: "Este enlace se canceló",
    cancelledText: "{merchant} canceló este enlace de pago. No lo pague.",
    replacedText: "{merchant} canceló este enlace de pago y creó otro para usted.",
    toReplacement: "Ir al enlace nuevo",
    previewTitle: "Pagar {amount} a {merchant}",
    previewTitleNoAmount: "Pagar a {merchant}",
    toPayPage: "Ir a la página de pago",
    expiredTitle: "Este enlace venció",
    expiredText: "Este enlace de pago venció. Pídale otro a {merchant}.",
    noneTitle: "Aquí no hay ningún enlace",
    noneText:
      "En esta dirección no hay ningún enlace de pago. Revise que esté copiada completa, o pregúntele a quien se la envió.",
    limitedTitle: "Intente de nuevo en un minuto",
    limitedText: "Se probaron demasiadas direcciones desde su red.",
  },
  print: {
    step1: "Abra la cámara de su teléfono",
    step2: "Apunte al código y toque el enlace",
    step3: "Revise el monto y pague",
    orType: "O escriba esta dirección en su navegador",
    code: "Código QR",
    test: "Solo para probar: no se cobra nada.",
    sandbox: "Solo para practicar: no se cobra nada.",
  },
} as const;
