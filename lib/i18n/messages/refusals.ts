import type { Language } from "@/lib/i18n/language/locale";

/** What the portal says before any page is asked for, so that it needs no catalogue of messages. */
export type Refusal =
  | "busy"
  | "failed"
  | "addressTooLong"
  | "addressUnreadable"
  | "hostUnknown"
  | "methodUnknown"
  | "formTooLong"
  | "formUnreadable";

type Texts = Record<Refusal, { title: string; text: string }> & { retry: string; home: string };

export const refusals: Record<Language, Texts> = {
  en: {
    busy: {
      title: "One moment, please",
      text: "There are too many requests at once. Try again in a few seconds.",
    },
    failed: {
      title: "Something went wrong on our side",
      text: "Try again, and tell whoever runs this portal if it keeps happening.",
    },
    addressTooLong: {
      title: "This address is too long",
      text: "If you shared a text, share a shorter one; if you searched, use fewer words.",
    },
    addressUnreadable: {
      title: "This address cannot be read",
      text: "Check that all of it was copied, or begin at the start page.",
    },
    hostUnknown: {
      title: "This address cannot be read",
      text: "The name of the server in it is none that exists.",
    },
    methodUnknown: {
      title: "This is not answered here",
      text: "No page of the portal asks in this way.",
    },
    formTooLong: {
      title: "This form is too long",
      text: "Go back, make what you typed shorter and send it again.",
    },
    formUnreadable: {
      title: "This form could not be read",
      text: "Go back, load the page again and send it once more.",
    },
    retry: "Try again",
    home: "Go to the start page",
  },
  es: {
    busy: {
      title: "Un momento, por favor",
      text: "Hay demasiadas solicitudes a la vez. Intente de nuevo en unos segundos.",
    },
    failed: {
      title: "Algo falló de nuestro lado",
      text: "Inténtelo de nuevo y, si sigue pasando, avise a quien administra este portal.",
    },
    addressTooLong: {
      title: "Esta dirección es demasiado larga",
      text: "Si compartió un texto, comparta uno más corto; si estaba buscando, use menos palabras.",
    },
    addressUnreadable: {
      title: "Esta dirección no se puede leer",
      text: "Revise que esté copiada completa, o empiece desde el inicio.",
    },
    hostUnknown: {
      title: "Esta dirección no se puede leer",
      text: "El nombre del servidor que contiene no existe.",
    },
    methodUnknown: {
      title: "Esto no se responde aquí",
      text: "Ninguna página del portal pide las cosas así.",
    },
    formTooLong: {
      title: "Este formulario es demasiado largo",
      text: "Vuelva atrás, acorte lo que escribió y envíelo de nuevo.",
    },
    formUnreadable: {
      title: "No se pudo leer este formulario",
      text: "Vuelva atrás, cargue la página de nuevo y envíelo otra vez.",
    },
    retry: "Intentar de nuevo",
    home: "Ir al inicio",
  },
  pt: {
    busy: {
      title: "Um momento, por favor",
      text: "Há solicitações demais ao mesmo tempo. Tente de novo em alguns segundos.",
    },
    failed: {
      title: "Algo deu errado do nosso lado",
      text: "Tente de novo e, se continuar acontecendo, avise quem administra este portal.",
    },
    addressTooLong: {
      title: "Este endereço é longo demais",
      text: "Se você compartilhou um texto, compartilhe um mais curto; se estava buscando, use menos palavras.",
    },
    addressUnreadable: {
      title: "Não é possível ler este endereço",
      text: "Confira se ele foi copiado por inteiro ou comece pelo início.",
    },
    hostUnknown: {
      title: "Não é possível ler este endereço",
      text: "O nome do servidor que está nele não existe.",
    },
    methodUnknown: {
      title: "Isto não é respondido aqui",
      text: "Nenhuma página do portal pede as coisas assim.",
    },
    formTooLong: {
      title: "Este formulário é longo demais",
      text: "Volte, encurte o que digitou e envie de novo.",
    },
    formUnreadable: {
      title: "Não foi possível ler este formulário",
      text: "Volte, carregue a página de novo e envie mais uma vez.",
    },
    retry: "Tentar de novo",
    home: "Ir para o início",
  },
};
