/** Ink on paper, and the sandbox's violet dashed edge; self-contained, light and dark. */
export const payPageStyle = `
  :root {
    --paper: oklch(0.985 0.006 85);
    --ink: oklch(0.25 0.015 70);
    --quiet: oklch(0.47 0.015 70);
    --hairline: oklch(0.88 0.012 80);
    --violet: oklch(0.5 0.2 295);
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: oklch(0.2 0.008 70);
      --ink: oklch(0.95 0.008 85);
      --quiet: oklch(0.74 0.012 80);
      --hairline: oklch(0.34 0.01 70);
      --violet: oklch(0.76 0.14 295);
    }
  }
  * { box-sizing: border-box; margin: 0; }
  body {
    min-height: 100dvh;
    padding: max(28px, env(safe-area-inset-top)) 20px max(28px, env(safe-area-inset-bottom));
    display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 16px;
    background: var(--paper); color: var(--ink);
    font: 400 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  }
  .mode { color: var(--violet); font-weight: 650; font-size: 0.875rem; letter-spacing: 0.14em; }
  main {
    width: 100%; max-width: 26rem; padding: 28px 24px;
    border: 2px dashed var(--violet); border-radius: 12px;
    container-type: inline-size;
  }
  h1 { font-size: 1.5rem; line-height: 1.2; font-weight: 650; }
  .amount { white-space: nowrap; font-variant-numeric: tabular-nums; letter-spacing: -0.01em; }
  .amount > .quiet { display: block; font-size: 1rem; letter-spacing: 0.04em; margin-bottom: 4px; }
  .amount > span:last-child { font-size: min(3.25rem, calc(100cqi / (var(--characters) * 0.62))); }
  .quiet { color: var(--quiet); font-weight: 400; }
  .description { margin-top: 16px; white-space: pre-line; overflow-wrap: anywhere; }
  .state { margin-top: 16px; font-weight: 650; }
  .note { margin-top: 24px; padding-top: 16px; border-top: 1px solid var(--hairline); color: var(--quiet); }
  h1 + .note { margin-top: 12px; padding-top: 0; border: 0; }
  .id {
    margin-top: 4px; color: var(--quiet); overflow-wrap: anywhere;
    font: 0.875rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace;
  }
`;
