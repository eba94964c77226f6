import net from "node:net";

/** Sends the lines as they are, with the body's length, and reads one answer with a Content-Length. */
export function sendRaw(url: string, lines: string[], body = ""): Promise<{ head: string; body: string }> {
  const { hostname, port, host } = new URL(url);
  const head = lines.map((line) =>
    line.replace("{host}", host).replace("{length}", String(Buffer.byteLength(body))),
  );
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = net.connect(Number(port), hostname, () =>
      socket.write(`${head.join("\r\n")}\r\n\r\n${body}`),
    );
    socket.on("error", reject);
    socket.on("close", () => reject(new Error(`broke off after: ${received}`)));
    socket.on("data", (chunk) => {
      received += chunk.toString("utf8");
      const [answerHead = "", ...rest] = received.split("\r\n\r\n");
      const length = /^content-length: (\d+)$/im.exec(answerHead)?.[1];
      const answerBody = rest.join("\r\n\r\n");
      if (length === undefined || Buffer.byteLength(answerBody) < Number(length)) return;
      resolve({ head: answerHead, body: answerBody });
      socket.destroy();
    });
  });
}
