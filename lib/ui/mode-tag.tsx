import type { Mode } from "@/lib/core/mode";
import { useTranslations } from "@/lib/i18n/translations";
import { ModeMark } from "@/lib/ui/mode-mark";

/** The word SANDBOX or TEST. Live has no tag, unless `showLive` asks for one, as in a list of modes. */
export function ModeTag({ mode, showLive = false }: { mode: Mode; showLive?: boolean }) {
  const t = useTranslations("mode");
  return (
    <ModeMark mode={mode} showLive={showLive}>
      {t(mode)}
    </ModeMark>
  );
}

/** The striped or dashed edge at the top of every page in test or sandbox. */
export function ModeEdge({ mode }: { mode: Mode }) {
  if (mode === "live") return null;
  return <div className={mode === "test" ? "edge-test" : "edge-sandbox"} aria-hidden="true" />;
}
