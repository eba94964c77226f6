"use client";

import { useState } from "react";
import { Icon } from "@/lib/ui/icon";

/** Opens the phone's own share sheet; where there is none, copies the whole message. */
export function ShareButton({
  url,
  text,
  label,
  copied,
}: {
  url: string;
  text: string;
  label: string;
  copied: string;
}) {
  const [isCopied, setCopied] = useState(false);
  async function share() {
    if (navigator.share) {
      // Closing the sheet without choosing is no error.
      await navigator.share({ text, url }).catch(() => {});
      return;
    }
    await navigator.clipboard?.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_500);
  }
  return (
    <button type="button" onClick={share} className="button button-stacked button-primary">
      <Icon name={isCopied ? "check" : "share"} />
      {isCopied ? copied : label}
    </button>
  );
}
