/** Connections that send the start of a request and then nothing. */
export interface Unfinished {
  /** The number of connections. */
  count: number;
  close(): void;
}

/**
 * Opens connections to a server on loopback and sends each the start of a request.
 * @param url the server's origin
 */
export async function leaveUnfinished(
  url: string,
  count: number,
  beginning: string,
): Promise<Unfinished> {
  const port = Number(new URL(url).port);
  const bytes = new TextEncoder().encode(beginning);
  const open: Deno.Conn[] = [];
  for (let n = 0; n < count; n++) {
    try {
      const connection = await Deno.connect({ hostname: "127.0.0.1", port });
      open.push(connection);
      await connection.write(bytes);
    } catch { /* refused or dropped: that is the server's right */ }
  }
  return {
    count: open.length,
    close() {
      for (const connection of open) connection.close();
    },
  };
}

export const halfHeader = "GET /health HTTP/1.1\r\nHost: localhost\r\nX-";

/** Returns the start of a request whose body announces a number of bytes, followed by half of them. */
export function halfBody(
  path: string,
  bytes: number,
  headers = "",
  type = "application/json",
): string {
  return `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\n${headers}` +
    `Content-Length: ${bytes}\r\n\r\n${" ".repeat(bytes / 2)}`;
}
