export const providers = {
  provider: {
    continueWith: "Continuar con {provider}",
    title: "Otras cuentas para iniciar sesión",
    text: "Inicie sesión con una cuenta que ya tiene en otra parte. Su contraseña sigue funcionando.",
    link: "Vincular {provider}",
    unlink: "Desvincular",
    unlinking: "Desvinculando…",
    signUp:
      "{provider} dice que usted es {email}. Elija también una contraseña, para poder entrar cuando {provider} no responda. Después podrá entrar con cualquiera de las dos.",
  },
  providerProblem: {
    provider_declined:
      "No se inició la sesión: se canceló, o {provider} no lo permitió. Intente de nuevo o elija otra manera.",
    provider_down:
      "{provider} no responde en este momento. Intente de nuevo en un minuto; su contraseña funciona como siempre.",
    provider_misconfigured:
      "{provider} no acepta este portal. Pida a quien lo administra que revise el ID de cliente, el secreto y la URI de redirección; su contraseña funciona como siempre.",
    provider_clock:
      "El reloj de {provider} y el de este portal no coinciden. Avise a quien administra el portal; su contraseña funciona como siempre.",
    provider_expired: "Se tardó demasiado, o empezó en otra ventana. Empiece de nuevo aquí.",
    provider_failed:
      "No pudimos aceptar la respuesta de {provider}. Empiece de nuevo aquí; si vuelve a fallar, avise a quien administra el portal.",
    too_many_attempts: "Demasiados intentos. Espere 15 minutos e intente de nuevo.",
    identity_unknown:
      "Ninguna cuenta de aquí está vinculada con su cuenta de {provider}. Inicie sesión con su contraseña y vincule {provider} en «Su cuenta».",
    identity_without_email:
      "{provider} no nos dijo su correo electrónico, así que no pudimos crearle una cuenta. Inicie sesión con su contraseña o cree una cuenta, y vincule {provider} en «Su cuenta».",
    identity_unverified:
      "{provider} no ha comprobado que su correo electrónico sea suyo, así que no pudimos crearle una cuenta. Inicie sesión con su contraseña o cree una cuenta, y vincule {provider} en «Su cuenta».",
    identity_taken:
      "Esta cuenta de {provider} está vinculada con la cuenta de otra persona. Elija otra cuenta en {provider} e intente de nuevo.",
    identity_second: "Usted ya vinculó otra cuenta de {provider}. Desvincúlela primero.",
  },
} as const;
