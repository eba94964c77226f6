"use client";

import { useEffect, useRef } from "react";
import { lock } from "@/app/(public)/till/actions";
import { PlainForm } from "@/lib/ui/form/plain-form";
import { Icon } from "@/lib/ui/icon";

const lookEveryMs = 2_000;

/**
 * The button that locks a shared till. It presses itself after minutes without a touch or a key: the server knows only
 * of requests, and a page that shows something new asks for it by itself.
 */
export function TillLock({ idleMinutes, label }: { idleMinutes: number; label: string }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let usedAt = Date.now();
    function lockWhenIdle() {
      if (Date.now() - usedAt < idleMinutes * 60_000) return;
      holder.current?.querySelector("form")?.requestSubmit();
    }
    function noteUse() {
      // A device that has slept is locked, and not in use again.
      lockWhenIdle();
      usedAt = Date.now();
    }
    const timer = setInterval(lockWhenIdle, lookEveryMs);
    const uses = ["pointerdown", "keydown"] as const;
    for (const use of uses) document.addEventListener(use, noteUse, { capture: true });
    document.addEventListener("visibilitychange", lockWhenIdle);
    return () => {
      clearInterval(timer);
      for (const use of uses) document.removeEventListener(use, noteUse, { capture: true });
      document.removeEventListener("visibilitychange", lockWhenIdle);
    };
  }, [idleMinutes]);
  return (
    <div ref={holder}>
      <PlainForm action={lock} name="lock" endsSession>
        <button type="submit" className="button button-quiet touch gap-2 px-3">
          <Icon name="lock" className="size-5" />
          {label}
        </button>
      </PlainForm>
    </div>
  );
}
