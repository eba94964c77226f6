import type { Random } from "@/bin/seed/random";

export type SeedPerson = {
  id: string;
  name: string;
  email: string;
  locale: "es" | "en" | null;
  createdAt: number;
};

const firstNames =
  `Ana Luis María José Carmen Juan Lucía Carlos Sofía Miguel Elena Jorge Valeria Andrés Camila Diego
  Daniela Pablo Isabel Ricardo Gabriela Fernando Mariana Esteban Paula Rodrigo Adriana Sergio Natalia Álvaro Beatriz
  Tomás Clara Iván Laura Mateo Irene Óscar Julia Nicolás`.split(/\s+/);
const lastNames =
  `Rojas Mora Jiménez Vargas Solano Castro Herrera Quesada Ramírez Gómez Hernández García López Martínez
  Rodríguez Pérez Sánchez Torres Flores Rivera Díaz Morales Ortiz Gutiérrez Chaves Cordero Araya Salas Méndez Navarro
  Iglesias Serrano Molina Blanco Castillo Reyes Aguilar Medina Campos Fuentes`.split(/\s+/);

/** A made-up person. Their email address cannot exist: the domain `.example` is reserved for that. */
export function newPerson(
  random: Random,
  domain: string,
  locale: SeedPerson["locale"],
  createdAt: number,
): SeedPerson {
  const [first, last] = [random.pick(firstNames), random.pick(lastNames)];
  const box = `${first}.${last}`.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return { id: random.uuid(), name: `${first} ${last}`, email: `${box}@${domain}`, locale, createdAt };
}
