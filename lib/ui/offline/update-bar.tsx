"use client";

import { usePathname } from "next/navigation";
import { saveBegunForms } from "@/lib/ui/form/drafts";
import { useFormContext } from "@/lib/ui/form/form-context";
import { draftSentences } from "@/lib/ui/offline/draft-sentences";

/**
 * Offers the new version that waits. Nothing is loaded anew before the person asks for it, and then only in this tab;
 * what they have typed is there again.
 */
export function UpdateBar() {
  const said = draftSentences();
  const { personId } = useFormContext();
  const path = usePathname();
  async function update(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration("/");
    const load = () => {
      saveBegunForms(path, personId, "updated");
      window.location.reload();
    };
    // Another tab has been updated meanwhile.
    if (!registration?.waiting) return load();
    navigator.serviceWorker.addEventListener("controllerchange", load, { once: true });
    registration.waiting.postMessage({ kind: "update" });
  }
  return (
    <p
      role="status"
      className="mb-4 flex flex-wrap items-center gap-x-4 rounded-box border border-line bg-surface px-4 py-1 text-small"
    >
      {said.newVersion}
      <button type="button" onClick={() => void update()} className="link touch ml-auto">
        {said.update}
      </button>
    </p>
  );
}
