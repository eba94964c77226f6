import type { CurrencyCode } from "@/lib/money/currencies";

/** What the café sells: the lowest and highest price in minor units, in steps of `step`. */
export type DemoWare = {
  text: string;
  currency: CurrencyCode;
  least: number;
  most: number;
  step: number;
  weight: number;
};

const ware = (
  weight: number,
  currency: CurrencyCode,
  [least, most, step]: readonly [number, number, number],
  text: string,
): DemoWare => ({ text, currency, least: least * 100, most: most * 100, step: step * 100, weight });

/** {n} is a number of guests, tables or orders; {name} a customer. */
export const demoWares: readonly DemoWare[] = [
  ware(9, "CRC", [3_500, 7_500, 250], "Dos cortados y un pan de yema"),
  ware(8, "CRC", [5_500, 11_000, 250], "Desayuno típico con café chorreado"),
  ware(7, "CRC", [2_500, 2_500, 250], "Café de la casa"),
  ware(7, "CRC", [6_500, 14_500, 250], "Almuerzo ejecutivo, mesa {n}"),
  ware(6, "CRC", [8_900, 8_900, 100], "Café Tarrazú en grano, 500 g"),
  ware(5, "CRC", [12_000, 38_000, 500], "Torta de cumpleaños para {name}, adelanto"),
  ware(4, "CRC", [45_000, 190_000, 2_500], "Desayuno de trabajo, {n} personas"),
  ware(3, "CRC", [35_000, 35_000, 500], "Curso de barismo, sábado"),
  ware(3, "CRC", [4_500, 16_000, 250], "Express a domicilio, pedido {n}"),
  ware(2, "CRC", [18_500, 18_500, 500], "Suscripción mensual de café, {name}"),
  ware(2, "CRC", [150_000, 420_000, 5_000], "Alquiler del salón para evento, saldo"),
  ware(5, "USD", [9, 24, 0.5], "Brunch for two, garden table"),
  ware(4, "USD", [14, 14, 0.5], "Tarrazú beans, 500 g"),
  ware(3, "USD", [35, 35, 1], "Coffee tasting, per person"),
  ware(3, "USD", [120, 340, 10], "Plantation tour and lunch, {n} people"),
  ware(2, "USD", [62, 118, 1], "Wholesale order {n}, Hotel Grano de Oro"),
  ware(2, "EUR", [48, 96, 0.5], "Café tostado, 4 kg, envío a Madrid"),
  ware(1, "EUR", [240, 540, 10], "Pedido al por mayor, Tostadores del Sur"),
  ware(2, "MXN", [850, 1_900, 50], "Café en grano, envío a Guadalajara"),
  ware(1, "COP", [180_000, 420_000, 10_000], "Taller de catación en línea, {name}"),
];
