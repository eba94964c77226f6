"use client";

import { errorPage } from "@/lib/i18n/messages/error-page";
import { Problem } from "@/lib/ui/problem";

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  const spoken = typeof document === "undefined" ? "" : document.documentElement.lang.slice(0, 2);
  const { retry, refused, ...problem } = errorPage[spoken === "es" || spoken === "pt" ? spoken : "en"];
  // The server refused a form that came from another address, and its message says what to do.
  const isRefused = /\b(APP_URL|Origin: null)\b/.test(error.message);
  return (
    <Problem {...problem} {...(isRefused && { title: refused, text: error.message })}>
      <button type="button" onClick={reset} className="button button-primary">
        {retry}
      </button>
    </Problem>
  );
}
