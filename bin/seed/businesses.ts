/** A product, and its lowest and highest price in US dollars. Its name is in Spanish, then in English. */
export type Ware = readonly [es: string, en: string, least: number, most: number];
export type Business = { names: readonly string[]; colors: readonly string[]; wares: readonly Ware[] };

const cafe: readonly Ware[] = [
  ["Dos cortados y un pan de yema", "Two flat whites and a pastry", 6, 11],
  ["Desayuno para dos", "Breakfast for two", 14, 26],
  ["Café en grano, 500 g", "Coffee beans, 500 g", 11, 18],
  ["Torta de cumpleaños, adelanto", "Birthday cake, deposit", 18, 45],
  ["Desayuno de trabajo, {n} personas", "Working breakfast for {n}", 60, 240],
  ["Curso de barismo", "Barista course", 55, 95],
  ["Pedido para llevar, mesa {n}", "Takeaway, table {n}", 5, 22],
];
const salon: readonly Ware[] = [
  ["Corte y peinado", "Cut and styling", 14, 38],
  ["Color completo", "Full color", 45, 110],
  ["Manicura y pedicura", "Manicure and pedicure", 18, 40],
  ["Cita del sábado, adelanto", "Saturday appointment, deposit", 8, 20],
  ["Tratamiento de keratina", "Keratin treatment", 60, 140],
];
const clinic: readonly Ware[] = [
  ["Consulta general", "Consultation", 25, 60],
  ["Limpieza dental", "Dental cleaning", 35, 70],
  ["Control y radiografía", "Check-up and X-ray", 45, 95],
  ["Vacuna y desparasitación", "Vaccine and deworming", 18, 42],
  ["Cuota {n} del tratamiento", "Treatment, instalment {n}", 80, 240],
];
const shop: readonly Ware[] = [
  ["Pedido n.º {n}", "Order no. {n}", 12, 140],
  ["Vestido de lino y envío", "Linen dress and delivery", 38, 90],
  ["Libros, pedido de {name}", "Books, {name}'s order", 15, 70],
  ["Plantas y macetas", "Plants and pots", 9, 60],
  ["Saldo del pedido {n}", "Balance of order {n}", 20, 160],
  ["Envío a domicilio", "Home delivery", 3, 8],
];
const workshop: readonly Ware[] = [
  ["Cambio de aceite y filtro", "Oil and filter change", 35, 80],
  ["Frenos delanteros, repuestos y mano de obra", "Front brakes, parts and labour", 110, 280],
  ["Ajuste de bicicleta", "Bicycle tune-up", 15, 40],
  ["Reparación, orden {n}", "Repair, job {n}", 25, 190],
];
const classes: readonly Ware[] = [
  ["Mensualidad de yoga", "Yoga, one month", 35, 75],
  ["Clase de español, {n} horas", "Spanish lessons, {n} hours", 15, 120],
  ["Inscripción al taller", "Workshop registration", 40, 150],
  ["Tour al volcán, {n} personas", "Volcano tour for {n}", 70, 420],
  ["Alquiler de tabla de surf", "Surfboard rental", 10, 30],
];

export const businesses: readonly Business[] = [
  {
    names: ["Café {w}", "Panadería {w}", "Cocina de {w}", "Heladería {w}"],
    colors: ["#0f766e", "#9a3412"],
    wares: cafe,
  },
  { names: ["Salón {w}", "Barbería {w}", "Estudio {w}"], colors: ["#9d174d", "#6d28d9"], wares: salon },
  { names: ["Clínica {w}", "Veterinaria {w}", "Dental {w}"], colors: ["#0369a1", "#047857"], wares: clinic },
  {
    names: ["Librería {w}", "Vivero {w}", "Boutique {w}", "Ferretería {w}"],
    colors: ["#4d7c0f", "#b45309"],
    wares: shop,
  },
  { names: ["Taller {w}", "Bicicletas {w}"], colors: ["#1d4ed8", "#b91c1c"], wares: workshop },
  { names: ["Academia {w}", "Tours {w}", "Yoga {w}"], colors: ["#7c3aed", "#0e7490"], wares: classes },
];

export const labels =
  `Luna Sol Aurora Central Nogal La Ceiba El Roble Buenavista Mirador Guaria Colibrí Jacaranda Santa Rosa
  San Pedro Del Valle Esperanza Andina Tropical Clavel Azahar Sierra Marea Quetzal Limonar Primavera Colonial`
    .replace(/\b(La|El|Santa|San|Del) /g, "$1_")
    .split(/\s+/)
    .map((word) => word.replace("_", " "));

/** The description of a sale. */
export function wareText([es, en]: Ware, language: "es" | "en", number: number, name: string): string {
  return (language === "es" ? es : en).replace("{n}", String(number)).replace("{name}", name);
}
