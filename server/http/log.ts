import type { Occasion } from "../domain/core/operation.ts";
import type { LogLine } from "./env.ts";

/** The time that lines are buffered, in milliseconds, because a write costs more than a line. */
const FLUSH_MS = 100;

/** Writes lines to standard output, buffered for a moment. */
export class Log {
  #lines: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #encoder = new TextEncoder();

  constructor(
    private readonly kind: "pretty" | "json" | "none",
    private readonly write: (bytes: Uint8Array) => void = (bytes) => writeAll(bytes),
  ) {}

  request(line: LogLine): void {
    if (this.kind === "none") return;
    this.#add(this.kind === "json" ? JSON.stringify(line) : pretty(line));
  }

  /** Writes a message immediately. */
  say(message: string): void {
    const time = new Date().toISOString();
    this.#add(this.kind === "json" ? JSON.stringify({ time, message }) : indented(message));
    this.flush();
  }

  /** @param occasion the request or job, if known */
  error(error: unknown, occasion?: Occasion): void {
    const stack = error instanceof Error ? error.stack ?? error.message : String(error);
    this.say(`error${occasion === undefined ? "" : ` in ${nameOf(occasion)}`}: ${stack}`);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#lines.length === 0) return;
    const text = this.#lines.join("\n") + "\n";
    this.#lines = [];
    this.write(this.#encoder.encode(text));
  }

  #add(line: string): void {
    this.#lines.push(legible(line));
    this.#timer ??= setTimeout(() => this.flush(), FLUSH_MS);
  }
}

function nameOf(occasion: Occasion): string {
  return "job" in occasion ? `job ${occasion.job}` : `request ${occasion.requestId}`;
}

function writeAll(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += Deno.stdout.writeSync(bytes.subarray(at));
}

/** Characters that control a terminal, end a line, or reverse text: controls, separators, bidirectional overrides. */
const UNPRINTABLE = /[[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]--\n]/gv;

const PRINTABLE = /^[\n -~]*$/;

/** Escapes unprintable characters as JSON does, which keeps the meaning of a JSON line. */
function legible(line: string): string {
  if (PRINTABLE.test(line)) return line;
  return line.replace(
    UNPRINTABLE,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Indents the further lines of a text, such as a stack. */
function indented(message: string): string {
  return message.replaceAll("\n", "\n    ");
}

function pretty({ time, method, path, status, ms, requestId, actor }: LogLine): string {
  const place = path.replace(/\s/gu, encodeURIComponent);
  return `${time.slice(11, 19)} ${status} ${
    method.padEnd(6)
  } ${place} ${ms} ms ${actor} ${requestId}`;
}
