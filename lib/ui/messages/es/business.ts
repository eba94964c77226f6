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
  },
} as const;
