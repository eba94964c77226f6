import type { ReactNode } from "react";

/** `level` is 2 when another page on the same screen has the first heading. */
export function PageTitle({
  children,
  aside,
  id,
  level = 1,
}: {
  children: ReactNode;
  aside?: ReactNode;
  id?: string;
  level?: 1 | 2;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="flex min-h-12 items-center justify-between gap-4">
      <Heading id={id} className="text-title">
        {children}
      </Heading>
      {aside}
    </div>
  );
}
