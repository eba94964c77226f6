export const business = {
  business: {
    languages: "Idiomas de sus clientes",
    languagesHint: "Sus mensajes y carteles usan el primero, a menos que elija otro.",
    language1: "Primer idioma",
    language2: "Segundo idioma",
    language3: "Tercer idioma",
    noLanguage: "Ninguno",
    language_es: "Español",
    language_en: "Inglés",
    language_pt: "Portugués",
    logo: "Logo",
    logoHint: "Un PNG, JPEG o WebP de 2 MB como máximo. Se muestra en sus pantallas y carteles.",
    logoNew: "Elija una imagen",
    saveLogo: "Guardar logo",
    savingLogo: "Guardando…",
    removeLogo: "Quitar logo",
    removingLogo: "Quitando…",
    logoOf: "Logo de {merchant}",
  },
  keyMail: {
    subject: "4Geeks ya no acepta la llave de API de {merchant}",
    text: "4Geeks acaba de rechazar la llave de API con la que {merchant} crea enlaces ({mode}, termina en {last4}). Mientras no conecte una que funcione, nadie puede crear enlaces en ese modo. Los enlaces que ya compartió no cambian.",
    todo: "Qué hacer: en la consola de 4Geeks, abra Settings, luego API & Developers, y toque Generate New Key. Copie la llave de API nueva, abra la página de abajo y conéctela.",
    button: "Conectar una llave de API nueva",
    footer:
      "Recibe este correo porque tiene el rol de dueño en {merchant}. Se envía una vez cada vez que una llave de API deja de funcionar.",
  },
} as const;
