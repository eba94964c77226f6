/** The sentences of the error page. They are part of its script, because it must work when the server does not. */
export const errorPage = {
  en: {
    title: "Something went wrong on our side",
    text: "Nothing that you saved is lost. Try again, and tell whoever runs this portal if it keeps happening.",
    refused: "This form was not accepted",
    retry: "Try again",
    home: "Go to the start page",
  },
  es: {
    title: "Algo falló de nuestro lado",
    text: "Nada de lo guardado se perdió. Inténtelo de nuevo y, si sigue pasando, avise a quien administra este portal.",
    refused: "No se aceptó este formulario",
    retry: "Intentar de nuevo",
    home: "Ir al inicio",
  },
  pt: {
    title: "Algo deu errado do nosso lado",
    text: "Nada do que foi salvo se perdeu. Tente de novo e, se continuar acontecendo, avise quem administra este portal.",
    refused: "Este formulário não foi aceito",
    retry: "Tentar de novo",
    home: "Ir para o início",
  },
} as const;
