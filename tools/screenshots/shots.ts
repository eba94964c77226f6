import { desk, phone } from "@/tests/support/devices";

/** The devices on which pictures of each screen are taken. */
export const devices = { phone, desk };
export const schemes = ["light", "dark"] as const;
export const languages = { en: "en-US", es: "es-CR", pt: "pt-BR" } as const;

export type Shot = {
  device: keyof typeof devices;
  scheme: (typeof schemes)[number];
  language: keyof typeof languages;
};

export function getFile(screen: string, { device, scheme, language }: Shot): string {
  const labels =
    screen
      .normalize("NFKD")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return `${labels.join("-")}.${device}.${scheme}.${language}.png`;
}
