/** What one answer was, as far as a load generator needs to know. */
export interface Answer {
  status: number;
  /** Bytes of the body. */
  length: number;
}

const LF = 10;
const CR = 13;
const decoder = new TextDecoder();

/**
 * One HTTP/1.1 keep-alive connection over a plain socket: it sends bytes made beforehand and reads just enough
 * of the answer to know its status and its end. `fetch` would cost the shared cores more than the server does.
 */
export class RawConnection {
  #socket: Deno.TcpConn;
  #buffer = new Uint8Array(256 * 1024);
  #filled = 0;

  private constructor(socket: Deno.TcpConn) {
    this.#socket = socket;
  }

  static async open(port: number): Promise<RawConnection> {
    const socket = await Deno.connect({ hostname: "127.0.0.1", port });
    socket.setNoDelay(true);
    return new RawConnection(socket);
  }

  /**
   * Sends one request and reads its answer to the end.
   * @param request a whole HTTP/1.1 request
   * @throws Error when the server closes the connection or answers something that isn't HTTP
   */
  async exchange(request: Uint8Array): Promise<Answer> {
    let sent = 0;
    while (sent < request.length) sent += await this.#socket.write(request.subarray(sent));
    this.#filled = 0;
    const headEnd = await this.#readHead();
    const status = this.#status();
    const length = await this.#readBody(headEnd, status);
    return { status, length };
  }

  /** The same, and gives the answer itself: its head, and its body with the framing where it came in chunks. */
  async read(request: Uint8Array): Promise<{ status: number; head: string; body: Uint8Array }> {
    const { status } = await this.exchange(request);
    const headEnd = this.#headEnd(0);
    return {
      status,
      head: decoder.decode(this.#buffer.subarray(0, headEnd)),
      body: this.#buffer.slice(headEnd, this.#filled),
    };
  }

  close(): void {
    this.#socket.close();
  }

  async #fill(): Promise<void> {
    if (this.#filled === this.#buffer.length) {
      const larger = new Uint8Array(this.#buffer.length * 2);
      larger.set(this.#buffer);
      this.#buffer = larger;
    }
    const read = await this.#socket.read(this.#buffer.subarray(this.#filled));
    if (read === null) throw new Error("the server closed the connection");
    this.#filled += read;
  }

  async #readHead(): Promise<number> {
    let from = 0;
    while (true) {
      await this.#fill();
      const end = this.#headEnd(from);
      if (end > 0) return end;
      from = Math.max(0, this.#filled - 3);
    }
  }

  /** Where the body starts, or -1 while the head isn't all there. */
  #headEnd(from: number): number {
    const bytes = this.#buffer;
    for (let at = from + 3; at < this.#filled; at++) {
      if (
        bytes[at] === LF && bytes[at - 1] === CR && bytes[at - 2] === LF && bytes[at - 3] === CR
      ) {
        return at + 1;
      }
    }
    return -1;
  }

  /** The three digits after `HTTP/1.1 `. */
  #status(): number {
    const bytes = this.#buffer;
    return (bytes[9]! - 48) * 100 + (bytes[10]! - 48) * 10 + (bytes[11]! - 48);
  }

  async #readBody(headEnd: number, status: number): Promise<number> {
    if (status === 304 || status === 204) return 0;
    const head = decoder.decode(this.#buffer.subarray(0, headEnd)).toLowerCase();
    const stated = /\r\ncontent-length: *(\d+)/.exec(head);
    if (stated) {
      const length = Number(stated[1]);
      while (this.#filled < headEnd + length) await this.#fill();
      return length;
    }
    if (!head.includes("transfer-encoding: chunked")) throw new Error(`no length in:\n${head}`);
    while (!this.#endsChunked(headEnd)) await this.#fill();
    return this.#filled - headEnd;
  }

  /** Whether the last chunk, `0`, has come. Answers aren't pipelined, so it can only be at the end. */
  #endsChunked(headEnd: number): boolean {
    const end = this.#filled;
    if (end < headEnd + 5) return false;
    return decoder.decode(this.#buffer.subarray(end - 5, end)) === "0\r\n\r\n";
  }
}

/** A request's bytes, made once and sent many times. */
export function requestBytes(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Uint8Array {
  const payload = body === undefined ? new Uint8Array() : new TextEncoder().encode(body);
  const lines = [`${method} ${path} HTTP/1.1`, "host: localhost"];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (body !== undefined) lines.push(`content-length: ${payload.length}`);
  const head = new TextEncoder().encode(lines.join("\r\n") + "\r\n\r\n");
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}
