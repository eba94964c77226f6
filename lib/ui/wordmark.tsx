/** The logo: the finder pattern of a QR code, opened on its right side into a C. */
export function Mark({ className = "size-7" }: { className?: string }) {
  return (
    <svg viewBox="0 0 28 28" className={className} aria-hidden="true">
      <path
        fill="currentColor"
        d="M7 2h14a5 5 0 0 1 5 5v3h-4V7.5A1.5 1.5 0 0 0 20.5 6h-13A1.5 1.5 0 0 0 6 7.5v13A1.5 1.5 0 0 0 7.5 22h13a1.5 1.5 0 0 0 1.5-1.5V18h4v3a5 5 0 0 1-5 5H7a5 5 0 0 1-5-5V7a5 5 0 0 1 5-5z"
      />
      <rect x="10" y="10" width="8" height="8" rx="1.5" className="fill-accent" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 text-title font-bold tracking-tight">
      <Mark />
      cobro
    </span>
  );
}
