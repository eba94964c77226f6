"use client";

import { Problem } from "@/lib/ui/problem";

// The catalogues stay on the server, and this page must work when the server does not: it carries its own words.
const labels = {
  en: {
    title: "Something went wrong on our side",
    text: "Nothing that you saved is lost. Try again, and tell whoever runs this portal if it stays.",
    refused: "This form was not accepted",
    retry: "Try again",
    home: "Go to your merchants",
  },
  es: {
    title: "Algo falló de nuestro lado",
    text: "Nada de lo guardado se perdió. Inténtelo de nuevo y, si sigue igual, avise a quien administra este portal.",
    refused: "No se aceptó este formulario",
    retry: "Intentar de nuevo",
    home: "Ir a sus negocios",
  },
} as const;

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  const isSpanish = typeof document !== "undefined" && document.documentElement.lang.startsWith("es");
  const { retry, refused, ...problem } = labels[isSpanish ? "es" : "en"];
  // What the server answers to a form that comes from another address says itself what to do.
  const isRefused = /\b(APP_URL|Origin: null)\b/.test(error.message);
  return (
    <Problem {...problem} {...(isRefused && { title: refused, text: error.message })}>
      <button type="button" onClick={reset} className="button button-primary">
        {retry}
      </button>
    </Problem>
  );
}
