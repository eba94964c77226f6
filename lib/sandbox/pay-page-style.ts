/** The portal's colors, with the violet dashed edge that marks the sandbox. The page loads no other file. */
export const payPageStyle = `
  :root {
    color-scheme: light dark;
    --paper: light-dark(oklch(0.982 0.006 85), oklch(0.185 0.008 75));
    --surface: light-dark(oklch(0.997 0.002 85), oklch(0.225 0.008 75));
    --ink: light-dark(oklch(0.245 0.014 70), oklch(0.945 0.006 85));
    --muted: light-dark(oklch(0.47 0.014 70), oklch(0.755 0.01 80));
    --line: light-dark(oklch(0.885 0.009 80), oklch(0.35 0.01 75));
    --sandbox: light-dark(oklch(0.5 0.19 295), oklch(0.78 0.125 295));
    --sandbox-ink: light-dark(oklch(0.99 0.005 295), oklch(0.2 0.04 295));
  }
  * { box-sizing: border-box; margin: 0; }
  body {
    min-height: 100dvh;
    padding: max(28px, env(safe-area-inset-top)) 20px max(28px, env(safe-area-inset-bottom));
    display: grid; place-content: center; grid-template-columns: minmax(0, 26rem); gap: 16px;
    background: var(--paper); color: var(--ink);
    font: 400 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
    -webkit-text-size-adjust: 100%;
  }
  .mode {
    justify-self: start; padding: 2px 12px; border-radius: 999px;
    background: var(--sandbox); color: var(--sandbox-ink);
    font-weight: 650; font-size: 0.875rem; letter-spacing: 0.04em;
  }
  main {
    padding: 28px 24px; container-type: inline-size;
    background: var(--surface); border: 2px dashed var(--sandbox); border-radius: 12px;
  }
  h1 { font-size: 1.375rem; line-height: 1.25; font-weight: 650; text-wrap: balance; }
  .amount { white-space: nowrap; font-variant-numeric: tabular-nums; line-height: 1.1; }
  .amount > .quiet { display: block; font-size: 1rem; letter-spacing: 0.04em; margin-bottom: 4px; }
  .amount > span:last-child { font-size: min(3.5rem, calc(100cqi / (var(--characters) * 0.66))); }
  .quiet { color: var(--muted); font-weight: 400; }
  .amount span span { font-size: 0.7em; }
  .merchant { margin-bottom: 12px; font-weight: 650; overflow-wrap: anywhere; }
  .description { margin-top: 16px; white-space: pre-line; overflow-wrap: anywhere; }
  .state { margin-top: 16px; font-weight: 650; }
  .state:first-child { margin: 0 0 16px; padding-bottom: 16px; border-bottom: 1px solid var(--line); font-size: 1.375rem; line-height: 1.25; }
  form { margin-top: 24px; display: grid; gap: 12px; }
  button {
    min-height: 48px; padding: 0 16px; border: 1px solid var(--line); border-radius: 12px;
    background: none; color: inherit; font: inherit; font-weight: 650; cursor: pointer;
  }
  button.primary { background: var(--sandbox); border-color: var(--sandbox); color: var(--sandbox-ink); }
  :focus-visible { outline: 3px solid var(--sandbox); outline-offset: 2px; }
  a { display: inline-block; padding: 12px 0; color: inherit; font-weight: 650; }
  .note { margin-top: 24px; padding-top: 16px; border-top: 1px solid var(--line); color: var(--muted); }
  h1 + .note { margin-top: 12px; padding-top: 0; border: 0; }
  .id {
    margin-top: 4px; color: var(--muted); overflow-wrap: anywhere;
    font: 0.875rem/1.5 ui-monospace, "SF Mono", "Roboto Mono", "DejaVu Sans Mono", monospace;
  }
`;
