import escapeHtml from "escape-html";

export type EmailContent = {
  title: string;
  paragraphs: string[];
  button: { label: string; link: string };
  /** Small text below the button. */
  footer: string;
};

export function emailText({ title, paragraphs, button, footer }: EmailContent): string {
  return `${[title, ...paragraphs, `${button.label}:\n${button.link}`, footer].join("\n\n")}\n`;
}

/** HTML that every mail program shows: no pictures, no scripts, nothing loaded. The link is also there as text. */
export function emailHtml({ title, paragraphs, button, footer }: EmailContent, locale: string): string {
  const text = "margin:0 0 16px;font-size:16px;line-height:24px";
  const small = "margin:16px 0 0;font-size:14px;line-height:20px;color:#5f574c";
  const link = escapeHtml(button.link);
  return `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
</head>
<body style="margin:0;padding:32px 20px;background:#faf8f3;color:#29231b;font-family:Figtree,system-ui,sans-serif">
<div style="max-width:480px;margin:0 auto">
<h1 style="margin:0 0 16px;font-size:22px;line-height:28px">${escapeHtml(title)}</h1>
${paragraphs.map((paragraph) => `<p style="${text}">${escapeHtml(paragraph)}</p>`).join("\n")}
<p style="margin:24px 0"><a href="${link}" style="display:inline-block;padding:14px 24px;border-radius:12px;background:#0f766e;color:#ffffff;font-weight:bold;text-decoration:none">${escapeHtml(button.label)}</a></p>
<p style="${small};word-break:break-all"><a href="${link}" style="color:#5f574c">${link}</a></p>
<p style="${small}">${escapeHtml(footer)}</p>
</div>
</body>
</html>
`;
}
