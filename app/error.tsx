"use client";

import { errorPage } from "@/lib/i18n/messages/error-page";
import { Problem } from "@/lib/ui/problem";

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  const isSpanish = typeof document !== "undefined" && document.documentElement.lang.startsWith("es");
  const { retry, refused, ...problem } = errorPage[isSpanish ? "es" : "en"];
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
