/** An error that belongs to no single field, above the form. Screen readers read it at once. */
export function FormError({ error }: { error: string | undefined }) {
  if (!error) return null;
  return (
    <p
      role="alert"
      tabIndex={-1}
      className="rounded-box border-2 border-danger bg-surface px-4 py-3 font-bold text-danger"
    >
      {error}
    </p>
  );
}
