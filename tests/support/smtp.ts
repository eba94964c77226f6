import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** An email as the server received it, split into its parts. */
export type ReceivedMail = {
  from: string;
  to: string[];
  headers: string;
  text: string;
  html: string;
};

export type TestSmtp = { url: string; received: ReceivedMail[]; close: () => Promise<void> };

/**
 * A real SMTP server on a free port. `refuse` answers a sender or a recipient with an error code instead of accepting it.
 */
export async function startSmtp(
  refuse: (address: string) => number | undefined = () => undefined,
): Promise<TestSmtp> {
  const received: ReceivedMail[] = [];
  const judge = ({ address }: { address: string }, _session: unknown, answer: (error?: Error) => void) => {
    const responseCode = refuse(address);
    answer(responseCode === undefined ? undefined : Object.assign(new Error("not taken"), { responseCode }));
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onMailFrom: judge,
    onRcptTo: judge,
    async onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(Buffer.from(chunk));
      const from = envelope.mailFrom ? envelope.mailFrom.address : "";
      const to = envelope.rcptTo.map(({ address }) => address);
      received.push({ from, to, ...takenApart(Buffer.concat(chunks).toString("latin1")) });
      callback();
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Parses multipart/alternative with a text and an HTML part, each in quoted-printable, base64 or plain. */
function takenApart(raw: string): { headers: string; text: string; html: string } {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const [, boundary = ""] = /boundary="?([^"\r\n;]+)/.exec(head) ?? [];
  const parts = rest.join("\r\n\r\n").split(`--${boundary}`);
  const part = (type: string) => {
    const found = parts.find((one) => one.toLowerCase().includes(`content-type: ${type}`)) ?? "";
    const [partHead = "", ...body] = found.split("\r\n\r\n");
    return decoded(body.join("\r\n\r\n"), partHead);
  };
  return { headers: decodeHeader(head), text: part("text/plain"), html: part("text/html") };
}

function decoded(body: string, head: string): string {
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  if (/quoted-printable/i.test(head)) return fromQuotedPrintable(body.replace(/=\r\n/g, ""));
  return Buffer.from(body, "latin1").toString("utf8");
}

function fromQuotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Decodes encoded words in headers (RFC 2047), and joins folded lines. */
function decodeHeader(head: string): string {
  return head
    .replace(/\r\n[ \t]+/g, " ")
    .replace(/\?= =\?/g, "?==?")
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(text, "base64").toString("utf8")
        : fromQuotedPrintable(text.replaceAll("_", " ")),
    );
}
