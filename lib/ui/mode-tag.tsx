import { useTranslations } from "next-intl";
import type { Mode } from "@/lib/core/mode";

const look = {
  sandbox: "bg-sandbox text-sandbox-ink",
  test: "bg-test text-test-ink",
  live: "border border-line text-muted",
} as const satisfies Record<Mode, string>;

/** The word SANDBOX or TEST. Live has no tag, unless `showLive` asks for one, as in a list of modes. */
export function ModeTag({ mode, showLive = false }: { mode: Mode; showLive?: boolean }) {
  const t = useTranslations("mode");
  if (mode === "live" && !showLive) return null;
  return (
    <span
      className={`mode-tag inline-block justify-self-start rounded-full px-2.5 text-small font-bold tracking-wide ${look[mode]}`}
    >
      {t(mode)}
    </span>
  );
}

/** The striped or dashed edge at the top of every page in test or sandbox. */
export function ModeEdge({ mode }: { mode: Mode }) {
  if (mode === "live") return null;
  return <div className={mode === "test" ? "edge-test" : "edge-sandbox"} aria-hidden="true" />;
}
