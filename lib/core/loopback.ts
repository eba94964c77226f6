/** Whether a host name, as `URL` gives it, is this machine itself. */
export function isLoopback(hostname: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
