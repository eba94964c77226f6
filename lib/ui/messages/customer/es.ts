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
} as const;
