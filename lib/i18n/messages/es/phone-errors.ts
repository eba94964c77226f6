import type { PhoneIssue } from "@/lib/core/phone";

export const phoneErrors = {
  phone_missing: "Escriba el número del cliente.",
  phone_not_a_number: "Esto no es un número de teléfono. Use solo dígitos.",
  phone_too_short: "El número es muy corto. Revise que no falte ningún dígito.",
  phone_too_long: "El número es muy largo. Revise que sea un solo número.",
  phone_no_country: "Escríbalo con su código de país, como +506 8888 7777.",
  phone_unknown: "Ese número no existe en ese país. Revise los dígitos.",
} as const satisfies Record<PhoneIssue, string>;
