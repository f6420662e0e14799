import type { Config } from "./config.ts";

/** How long after a failed listener the next is made, and between looks, in milliseconds. */
const PAUSE_MS = 50;
/** How often it is said that listening failed, at most, in milliseconds. */
const SAID_EVERY_MS = 60_000;
/** How often in a row nobody may have asked for anything before a stop counts as quiet. */
const QUIET_LOOKS = 3;
/** How long a stop goes on answering those who still ask, in milliseconds. */
const LAST_CALL_MS = 3_000;
/** How long a stop waits for answers under way, in milliseconds. */
const PATIENCE_MS = 10_000;

/** A server that can't listen. Its message is one sentence that says what to do. */
export class ServeError extends Error {
  override name = "ServeError";
}

/**
 * Answers on a port. The runtime gives up its listener when the system has no descriptor for the next connection, and
 * drops every connection with it; this one then listens again.
 */
export class Listener {
  #server: Deno.HttpServer<Deno.NetAddr>;
  #at: { port: number; hostname: string };
  #stopping = false;
  #asked = 0;
  #lastSaid = -Infinity;

  /**
   * @param say takes a line for the log
   * @throws ServeError when nothing can listen there
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
   * Goes on answering for a moment, each answer the last on its connection, so that what was sent already is read;
   * then takes nothing more and waits for the answers under way, but not for ever.
   */
  async stop(): Promise<void> {
    this.#stopping = true;
    const begun = performance.now();
    // Looks, not time alone: a process that got no time has read nothing meanwhile.
    for (let quiet = 0; quiet < QUIET_LOOKS && performance.now() - begun < LAST_CALL_MS;) {
      const before = this.#asked;
      await pause(PAUSE_MS);
      quiet = this.#asked === before ? quiet + 1 : 0;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => timer = setTimeout(resolve, PATIENCE_MS));
    // A listener that failed a moment ago has nothing left to shut down.
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
      `No connection can be taken (${
        (error as Error).message
      }): all were dropped, and it listens again. ` +
        "Allow this process more open files, and put a proxy before it that ends slow connections.",
    );
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function refusal(cause: unknown, host: string, port: number): string {
  if (cause instanceof Deno.errors.AddrInUse) {
    return `Port ${port} is taken; stop what listens there, or choose another with --port or BACKLOG_PORT.`;
  }
  if (cause instanceof Deno.errors.PermissionDenied) {
    return `Port ${port} can't be opened by this user; choose one above 1023 with --port or BACKLOG_PORT.`;
  }
  return `Nothing can listen on ${host}:${port} (${
    (cause as Error).message
  }); check BACKLOG_HOST and BACKLOG_PORT.`;
}
