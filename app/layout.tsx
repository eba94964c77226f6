import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { getPersonZone } from "@/lib/i18n/person-zone";
import { getLocale, getTranslations } from "@/lib/i18n/translations";
import { FormProvider } from "@/lib/ui/form/form-context";
import { readKeptForm } from "@/lib/web/kept-form";
import { currentSessionOrPin } from "@/lib/web/session";
import "./globals.css";

// Two files of one typeface; browsers load the second only for letters beyond Western Europe. A typeface that is loaded
// late is used from the next page on: replacing the drawn text would move everything.
const figtree = localFont({
  src: "../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
  variable: "--font-figtree",
  weight: "300 900",
  display: "optional",
  adjustFontFallback: "Arial",
});
const figtreeExtended = localFont({
  src: "../node_modules/@fontsource-variable/figtree/files/figtree-latin-ext-wght-normal.woff2",
  variable: "--font-figtree-ext",
  weight: "300 900",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "unicode-range", value: "U+0100-024F, U+1E00-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0" },
  ],
});

export const metadata: Metadata = { title: { default: "Cobro", template: "%s · Cobro" } };

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  // The keyboard makes the page shorter instead of covering the button.
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f3" },
    { media: "(prefers-color-scheme: dark)", color: "#15120e" },
  ],
};

/**
 * What no page changes. As metadata, and as files that Next looks for, it would be put together anew for each part of
 * each page. That this is an app, and which icon it has elsewhere, is in the manifest and at /favicon.ico.
 */
const head = (
  <head>
    <link rel="manifest" href="/manifest.webmanifest" />
    <link rel="icon" href="/icon.svg" sizes="any" type="image/svg+xml" />
    <link rel="apple-touch-icon" href="/apple-icon.png" sizes="180x180" type="image/png" />
    <meta name="robots" content="noindex" />
    {/* Older iPhones do not read the manifest's. */}
    <meta name="apple-mobile-web-app-title" content="Cobro" />
    {/* Phones would turn numbers in descriptions into telephone links. */}
    <meta name="format-detection" content="telephone=no" />
  </head>
);

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  // Read here for the components of a page that are no promises: see loadForPage.
  await getPersonZone();
  return (
    <html lang={locale} className={`${figtree.variable} ${figtreeExtended.variable}`}>
      {head}
      <body>
        <FormProvider labels={await formLabels()} personId={await personId()} kept={await keptForm()}>
          {children}
        </FormProvider>
      </body>
    </html>
  );
}

async function formLabels() {
  const t = await getTranslations("unanswered");
  const password = await getTranslations("password");
  return { noAnswer: t("noAnswer"), reload: t("reload"), show: password("show"), hide: password("hide") };
}

async function keptForm() {
  const kept = await readKeptForm();
  return kept && { ...kept, sentence: (await getTranslations("unanswered"))("askedForProof") };
}

/** Null also when the database cannot be reached: the page inside this layout then says so. */
async function personId(): Promise<string | null> {
  const session = await currentSessionOrPin().catch(() => null);
  return session?.person.id ?? null;
}
