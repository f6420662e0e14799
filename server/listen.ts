import type { Config } from "./config.ts";

/** The pause before a new listener after a failure, and between checks during a stop, in milliseconds. */
const PAUSE_MS = 50;
/** The minimum time between reports of a failed listener, in milliseconds. */
const SAID_EVERY_MS = 60_000;
/** The number of checks without a request before a stop closes the listener. */
const QUIET_LOOKS = 3;
/** The maximum time that a stop accepts requests, in milliseconds. */
const LAST_CALL_MS = 3_000;
/** The maximum time that a stop waits for running requests, in milliseconds. */
const PATIENCE_MS = 10_000;

/** A server that can't listen, with a message that says what to do. */
export class ServeError extends Error {
  override name = "ServeError";
}

/**
 * Listens on a port. When the system has no file descriptor left, the runtime closes its listener and all connections.
 * This class then listens again.
 */
export class Listener {
  #server: Deno.HttpServer<Deno.NetAddr>;
  #at: { port: number; hostname: string };
  #stopping = false;
  #asked = 0;
  #lastSaid = -Infinity;

  /**
   * @param say writes a line to the log
   * @throws ServeError if the server can't listen there
   */
  constructor(
    { port, host }: Pick<Config, "port" | "host">,
    private readonly answer: (
      request: Request,
      info: Deno.ServeHandlerInfo<Deno.NetAddr>,
    ) => Response | Promise<Response>,
    private readonly say: (line: string) => void,
  ) {
    try {
      this.#server = this.#listen({ port, hostname: host });
    } catch (cause) {
      throw new ServeError(refusal(cause, host, port), { cause });
    }
    this.#at = { port: this.#server.addr.port, hostname: host };
    void this.#watch();
  }

  get port(): number {
    return this.#at.port;
  }

  /**
   * Answers requests that were already sent, and closes their connections. Then stops listening and waits a limited time
   * for running requests.
   */
  async stop(): Promise<void> {
    this.#stopping = true;
    const begun = performance.now();
    // Counts checks, not only time, because a process without CPU time reads nothing
    for (let quiet = 0; quiet < QUIET_LOOKS && performance.now() - begun < LAST_CALL_MS;) {
      const before = this.#asked;
      await pause(PAUSE_MS);
      quiet = this.#asked === before ? quiet + 1 : 0;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => timer = setTimeout(resolve, PATIENCE_MS));
    // A listener that just failed has nothing to shut down
    await Promise.race([this.#server.shutdown().catch(() => {}), patience]);
    clearTimeout(timer);
  }

  #listen(at: { port: number; hostname: string }): Deno.HttpServer<Deno.NetAddr> {
    return Deno.serve(
      { ...at, onListen: () => {} },
      (request, info) => this.#handle(request, info),
    );
  }

  async #handle(
    request: Request,
    info: Deno.ServeHandlerInfo<Deno.NetAddr>,
  ): Promise<Response> {
    this.#asked++;
    const response = await this.answer(request, info);
    if (this.#stopping) response.headers.set("connection", "close");
    return response;
  }

  async #watch(): Promise<void> {
    while (!this.#stopping) {
      try {
        await this.#server.finished;
        return;
      } catch (error) {
        if (this.#stopping) return;
        this.#complain(error);
      }
      await this.#listenAgain();
    }
  }

  async #listenAgain(): Promise<void> {
    while (!this.#stopping) {
      await pause(PAUSE_MS);
      try {
        this.#server = this.#listen(this.#at);
        return;
      } catch (error) {
        this.#complain(error);
      }
    }
  }

  #complain(error: unknown): void {
    const now = performance.now();
    if (now - this.#lastSaid < SAID_EVERY_MS) return;
    this.#lastSaid = now;
    this.say(
      `The server can't accept connections (${
        (error as Error).message
      }). The server dropped all connections and is listening again. ` +
        "Let this process open more files, and put a proxy that closes slow connections in front of it.",
    );
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function refusal(cause: unknown, host: string, port: number): string {
  if (cause instanceof Deno.errors.AddrInUse) {
    return `Port ${port} is in use. Stop the other program, or choose another port with --port or BACKLOG_PORT.`;
  }
  if (cause instanceof Deno.errors.PermissionDenied) {
    return `Port ${port} can't be opened by this user. Choose a port above 1023 with --port or BACKLOG_PORT.`;
  }
  return `The server can't listen on ${host}:${port} (${
    (cause as Error).message
  }). Check BACKLOG_HOST and BACKLOG_PORT.`;
}
