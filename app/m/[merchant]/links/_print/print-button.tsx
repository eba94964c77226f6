"use client";

/** Opens the browser's own print window. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" onClick={() => print()} className="button button-primary with-script">
      {label}
    </button>
  );
}
