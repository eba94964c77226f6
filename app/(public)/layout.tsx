import type { ReactNode } from "react";
import { chooseLanguage } from "@/app/language/actions";
import { LanguageSwitch } from "@/lib/ui/language-switch";
import { OfflineEnd } from "@/lib/ui/offline/keeper";
import { Wordmark } from "@/lib/ui/wordmark";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-96 flex-col px-5 pt-[max(2rem,env(safe-area-inset-top))] pb-[max(1rem,env(safe-area-inset-bottom))] sm:justify-center">
      <header className="pb-10">
        <Wordmark />
      </header>
      <OfflineEnd />
      <main>{children}</main>
      <footer className="mt-auto pt-10 sm:mt-0">
        <LanguageSwitch action={chooseLanguage} />
      </footer>
    </div>
  );
}
