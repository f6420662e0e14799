import { Buffer } from "node:buffer";

/** A response from the network, with the exact bytes of its head. */
export interface RawAnswer {
  status: number;
  /** The lines of the head after the first one, as Latin-1. */
  fields: string[];
  /** Whether the connection is closed after it. */
  last: boolean;
}

/** A persistent connection over which several requests are sent at once and answered in order. */
export class RawConnection implements Disposable {
  #held = Buffer.alloc(0);
  #chunk = new Uint8Array(65_536);

  private constructor(private readonly socket: Deno.TcpConn) {}

  static async open(port: number): Promise<RawConnection> {
    return new RawConnection(await Deno.connect({ hostname: "127.0.0.1", port }));
  }

  /**
   * Sends requests and reads as many responses.
   * @param requests whole requests as Latin-1
   * @throws UnexpectedEof if the server closes the connection before the last response
   */
  async exchange(requests: readonly { text: string; head: boolean }[]): Promise<RawAnswer[]> {
    const sent = this.#send(Buffer.from(requests.map(({ text }) => text).join(""), "latin1"));
    const answers: RawAnswer[] = [];
    for (const { head } of requests) answers.push(await this.#answer(head));
    await sent;
    return answers;
  }

  /** Sends a part of a request as Latin-1, without waiting for a response. */
  begin(text: string): Promise<void> {
    return this.#send(Buffer.from(text, "latin1"));
  }

  async #send(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;) at += await this.socket.write(bytes.subarray(at));
  }

  async #answer(head: boolean): Promise<RawAnswer> {
    const text = (await this.#upTo("\r\n\r\n")).slice(0, -4);
    const [first, ...fields] = text.split("\r\n") as [string, ...string[]];
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1]);
    const value = (name: string) =>
      fields.find((field) => field.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1);
    const bodiless = head || status === 204 || status === 304;
    if (!bodiless && value("transfer-encoding") !== undefined) await this.#skipChunks();
    else if (!bodiless) await this.#take(Number(value("content-length") ?? 0));
    return { status, fields, last: value("connection")?.trim().toLowerCase() === "close" };
  }

  async #skipChunks(): Promise<void> {
    for (;;) {
      const size = parseInt(await this.#upTo("\r\n"), 16);
      await this.#take(size + 2);
      if (size === 0) return;
    }
  }

  async #upTo(end: string): Promise<string> {
    for (;;) {
      const at = this.#held.indexOf(end, 0, "latin1");
      if (at >= 0) return (await this.#take(at + end.length)).toString("latin1");
      await this.#more();
    }
  }

  async #take(length: number): Promise<Buffer> {
    while (this.#held.length < length) await this.#more();
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  async #more(): Promise<void> {
    const n = await this.socket.read(this.#chunk);
    if (n === null) throw new Deno.errors.UnexpectedEof("The server ended the connection.");
    this.#held = Buffer.concat([this.#held, this.#chunk.subarray(0, n)]);
  }

  [Symbol.dispose](): void {
    this.socket.close();
  }
}
