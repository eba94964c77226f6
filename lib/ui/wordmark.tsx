/** The logo: the finder pattern of a QR code, opened on its right side into a C. Its drawing is in app/icons.css. */
export function Mark({ className = "size-7" }: { className?: string }) {
  return <span className={`mark ${className}`} aria-hidden="true" />;
}

export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 text-title font-bold tracking-tight">
      <Mark />
      cobro
    </span>
  );
}
