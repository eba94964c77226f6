export const providers = {
  provider: {
    continueWith: "Continuar com {provider}",
    title: "Outras contas para entrar",
    text: "Entre com uma conta que você já tem em outro lugar. Sua senha continua funcionando.",
    link: "Vincular {provider}",
    unlink: "Desvincular",
    unlinking: "Desvinculando…",
    signUp:
      "{provider} diz que você é {email}. Escolha também uma senha, para poder entrar quando {provider} não responder. Depois, entre com qualquer uma das duas.",
  },
  providerProblem: {
    provider_declined:
      "Você não entrou: foi cancelado, ou {provider} não permitiu. Tente de novo ou escolha outra forma.",
    provider_down:
      "{provider} não responde neste momento. Tente de novo em um minuto; sua senha funciona como sempre.",
    provider_misconfigured:
      "{provider} não aceita este portal. Peça a quem o administra que confira o ID de cliente, o segredo e a URI de redirecionamento; sua senha funciona como sempre.",
    provider_clock:
      "O relógio de {provider} e o deste portal não coincidem. Avise quem administra o portal; sua senha funciona como sempre.",
    provider_expired: "Demorou demais, ou começou em outra janela. Comece de novo aqui.",
    provider_failed:
      "Não pudemos aceitar a resposta de {provider}. Comece de novo aqui; se falhar outra vez, avise quem administra o portal.",
    too_many_attempts: "Muitas tentativas. Espere 15 minutos e tente de novo.",
    identity_unknown:
      "Nenhuma conta daqui está vinculada à sua conta de {provider}. Entre com a sua senha e vincule {provider} em “Sua conta”.",
    identity_without_email:
      "{provider} não nos disse o seu e-mail, então não pudemos criar uma conta para você. Entre com a sua senha ou crie uma conta, e vincule {provider} em “Sua conta”.",
    identity_unverified:
      "{provider} não verificou que o seu e-mail é seu, então não pudemos criar uma conta para você. Entre com a sua senha ou crie uma conta, e vincule {provider} em “Sua conta”.",
    identity_taken:
      "Esta conta de {provider} está vinculada à conta de outra pessoa. Escolha outra conta em {provider} e tente de novo.",
    identity_second: "Você já vinculou outra conta de {provider}. Desvincule essa antes.",
  },
} as const;
