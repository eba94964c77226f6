import type { PhoneIssue } from "@/lib/core/phone";
import type { ShareChannel } from "@/lib/domain/payment-links/schema";

export const share = {
  share: {
    more: "Más formas",
    fullScreen: "Pantalla completa",
    close: "Cerrar",
    copyAddress: "Copiar",
    language: "El mensaje va en",
    shortAddress: "Dirección corta",
    upstreamAddress: "Dirección de 4Geeks",
    upstreamForGood: "Esta no se puede cancelar.",
    copyMessage: "Copiar mensaje",
    sms: "SMS",
    email: "Correo",
    number: "A un número",
    nextCustomer: "Siguiente cliente",
    keepNumber: "Guardar este número con el enlace",
    lastShared: "Compartido por última vez: {name} {how}, {when}. Los mismos botones lo envían otra vez.",
    numberHint: "Sin código de país se lee como {code}.",
    numberHintAny: "Empiece con + y el código de país.",
    openWhatsapp: "Abrir WhatsApp para {number}",
    openSms: "Abrir SMS para {number}",
    passedOn: "Pasado a otra app",
    notShared: "No se compartió",
    menuFailed:
      "El menú de compartir no se abrió, así que no se compartió nada. Intente otra vez o copie el enlace.",
    whatsappOpened: "Se abrió WhatsApp. Envíe el mensaje desde ahí.",
    smsAsked: "Abriendo SMS. Envíe el mensaje desde ahí.",
    emailAsked: "Abriendo su correo. Envíe el mensaje desde ahí.",
    inactiveTitle: "Este enlace está inactivo",
    inactiveText: "4Geeks dice que ya no está activo. No lo comparta; cree otro.",
    abandonedTitle: "Este enlace se descartó",
    abandonedText: "4Geeks nunca lo confirmó. No lo comparta.",
  },
  shareChannel: {
    share_menu: "pasó el enlace a otra app",
    whatsapp: "abrió WhatsApp con el enlace",
    sms: "abrió SMS con el enlace",
    email: "abrió un correo con el enlace",
    copied_link: "copió el enlace",
    copied_message: "copió el mensaje con el enlace",
    copied_short: "copió la dirección corta",
    copied_upstream: "copió la dirección de 4Geeks",
    shown: "mostró el código QR",
  } satisfies Record<ShareChannel, string>,
} as const;

export const phoneErrors = {
  phone_missing: "Escriba el número del cliente.",
  phone_not_a_number: "Esto no es un número de teléfono. Use solo dígitos.",
  phone_too_short: "El número es muy corto. Revise que no falte ningún dígito.",
  phone_too_long: "El número es muy largo. Revise que sea un solo número.",
  phone_no_country: "Escríbalo con su código de país, como +506 8888 7777.",
  phone_unknown: "Ese número no existe en ese país. Revise los dígitos.",
} as const satisfies Record<PhoneIssue, string>;
