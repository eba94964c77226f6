import type { ReactNode } from "react";

export function PageTitle({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="flex min-h-12 items-center justify-between gap-4">
      <h1 className="text-title">{children}</h1>
      {aside}
    </div>
  );
}
