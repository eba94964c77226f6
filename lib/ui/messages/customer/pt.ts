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
} as const;
