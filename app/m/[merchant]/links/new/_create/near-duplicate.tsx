"use client";

import Link from "next/link";
import { IsolatedText } from "@/lib/ui/isolated-text";

/** Who created the same link just now, and a way to open it. */
export function NearDuplicate({ path, text, open }: { path: string | null; text: string; open: string }) {
  return (
    <div role="alert" tabIndex={-1} className="grid gap-3 rounded-box border-2 border-caution bg-surface p-4">
      <p className="font-bold">
        <IsolatedText>{text}</IsolatedText>
      </p>
      {path && (
        <Link href={path} className="button button-primary">
          {open}
        </Link>
      )}
    </div>
  );
}
