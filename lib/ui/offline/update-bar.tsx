"use client";

/** Offers the new version that waits. Nothing is loaded anew before the person asks for it. */
export function UpdateBar({ labels }: { labels: Record<"newVersion" | "update", string> }) {
  async function update(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration("/");
    navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload());
    registration?.waiting?.postMessage({ kind: "update" });
  }
  return (
    <p
      role="status"
      className="mb-4 flex flex-wrap items-center gap-x-4 rounded-box border border-line bg-surface px-4 py-1 text-small"
    >
      {labels.newVersion}
      <button type="button" onClick={() => void update()} className="link touch ml-auto">
        {labels.update}
      </button>
    </p>
  );
}
