export const business = {
  business: {
    languages: "Idiomas de sus clientes",
    languagesHint: "Los mensajes que comparte y sus carteles usan el primero, salvo que elija otro.",
    language1: "La mayoría",
    language2: "Después",
    language3: "Y también",
    noLanguage: "Ninguno",
    language_es: "Español",
    language_en: "Inglés",
    language_pt: "Portugués",
    logo: "Logotipo",
    logoHint: "Un PNG, JPEG o WebP de 2 MB como máximo. Se muestra en sus pantallas y carteles.",
    logoNew: "Elija una imagen",
    saveLogo: "Guardar logotipo",
    savingLogo: "Guardando…",
    removeLogo: "Quitar logotipo",
    removingLogo: "Quitando…",
    logoOf: "Logotipo de {merchant}",
  },
  keyMail: {
    subject: "4Geeks ya no acepta la clave de {merchant}",
    text: "Desde hace un momento, 4Geeks rechaza la clave con la que {merchant} crea enlaces ({mode}, termina en {last4}). Hasta que acepte una, nadie puede crear enlaces en ese modo. Los enlaces que ya compartió no cambian por esto.",
    todo: "Qué hacer: en la consola de 4Geeks, abra Settings, luego API & Developers, y pulse Generate New Key. Copie la clave nueva, abra la página de abajo y conéctela.",
    button: "Conectar una clave nueva",
    footer:
      "Recibe esta carta porque es dueño de {merchant}. Se envía una vez cada vez que una clave deja de funcionar.",
  },
} as const;
