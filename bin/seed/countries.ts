import type { CurrencyCode } from "@/lib/money/currencies";

/** The country of a made-up merchant, and what its prices are like. */
export type Country = {
  currency: CurrencyCode;
  timeZone: string;
  /** About how many minor units of its currency are worth a US dollar. */
  perDollar: number;
  /** Prices are multiples of this many minor units. */
  step: number;
  cities: readonly string[];
  language: "es" | "en";
};

export const countries = {
  CR: {
    ...{ currency: "CRC", timeZone: "America/Costa_Rica", perDollar: 51_000, step: 25_000, language: "es" },
    cities: ["San José", "Escazú", "Heredia", "Cartago", "Alajuela", "Liberia", "Santa Ana", "Tamarindo"],
  },
  MX: {
    ...{ currency: "MXN", timeZone: "America/Mexico_City", perDollar: 1_850, step: 500, language: "es" },
    cities: ["Roma Norte", "Coyoacán", "Guadalajara", "Puebla", "Oaxaca", "Mérida", "Querétaro", "Monterrey"],
  },
  CO: {
    ...{ currency: "COP", timeZone: "America/Bogota", perDollar: 400_000, step: 50_000, language: "es" },
    cities: [
      "Chapinero",
      "El Poblado",
      "Cali",
      "Cartagena",
      "Bucaramanga",
      "Manizales",
      "Barranquilla",
      "Pereira",
    ],
  },
  ES: {
    ...{ currency: "EUR", timeZone: "Europe/Madrid", perDollar: 92, step: 10, language: "es" },
    cities: ["Malasaña", "Gràcia", "Sevilla", "Valencia", "Bilbao", "Granada", "Málaga", "Zaragoza"],
  },
  PA: {
    ...{ currency: "USD", timeZone: "America/Panama", perDollar: 100, step: 25, language: "en" },
    cities: [
      "Casco Viejo",
      "El Cangrejo",
      "Boquete",
      "Bocas",
      "David",
      "San Francisco",
      "Costa del Este",
      "Coronado",
    ],
  },
} as const satisfies Record<string, Country>;

/** A price in the currency of a country, rounded as businesses do, in minor units. */
export function localPrice(dollars: number, { perDollar, step }: Country): number {
  return Math.max(1, Math.round((dollars * perDollar) / step)) * step;
}
