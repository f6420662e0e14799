import { TooMany } from "../domain/core/errors.ts";

/** The memory that large responses can take until clients read them, in bytes. */
const MOST = 32 * 1024 * 1024;
/** The size from which a response counts, in bytes. The system's buffers usually hold smaller ones. */
const LARGE = 256 * 1024;
/** The size of the pieces in which a large response is sent, in bytes. */
const PIECE = 64 * 1024;
/** How long a client can take for one piece, in milliseconds. */
const STALLED_MS = 30_000;
/** How long a refused client waits, in seconds. */
const RETRY_AFTER = 5;

interface Unread {
  bytes: number;
  /** Breaks the response off. */
  cut(): void;
}

/**
 * Large responses that clients haven't read to their end, so that unread ones can't fill the memory. A person can use as
 * much of that memory as is free, so the memory is never used up, and a person without an unread response is never refused.
 * A write isn't refused either: its response breaks off the person's oldest ones.
 */
export class UnreadResponses {
  /** The responses of each person, by user ID, the oldest first. */
  #unread = new Map<string, Set<Unread>>();

  /** @param stalled how long a client can take for one piece, in milliseconds */
  constructor(private readonly stalled = STALLED_MS) {}

  /** @throws TooMany if the person has as much unread as there is memory left */
  requireRoom(userId: string): void {
    if (!this.#surplus(userId)) return;
    throw new TooMany("Your unread responses take up too much memory.", RETRY_AFTER, {
      code: "too_many_bytes",
      hint: "Read the responses to your earlier requests, then try again.",
    });
  }

  /** Returns whether a response is so large that it counts. */
  counts(body: string | Uint8Array): boolean {
    return body.length >= LARGE;
  }

  /** Returns a response's bytes as a stream that is cut off if the client takes no piece for too long. */
  send(userId: string, bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
    for (let one = this.#surplus(userId); one; one = this.#surplus(userId)) one.cut();
    const own = this.#unread.get(userId) ?? new Set();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let at = 0;
    const end = () => {
      clearTimeout(timer);
      if (own.delete(response) && own.size === 0) this.#unread.delete(userId);
    };
    const response = { bytes: bytes.byteLength, cut() {} };
    this.#unread.set(userId, own.add(response));
    const wait = () => void (timer = setTimeout(response.cut, this.stalled));
    return new ReadableStream({
      start(controller) {
        response.cut = () => {
          end();
          controller.error(new Error("The client stopped receiving the response."));
        };
        wait();
      },
      pull(controller) {
        clearTimeout(timer);
        // Copies the piece, because a part of the bytes would hold all of them
        controller.enqueue(bytes.slice(at, at += PIECE));
        if (at < bytes.byteLength) return wait();
        end();
        controller.close();
      },
      cancel: end,
    }, { highWaterMark: 0 });
  }

  /** Returns the person's oldest response if the person has as much unread as there is memory left. */
  #surplus(userId: string): Unread | undefined {
    const own = this.#unread.get(userId);
    if (!own) return undefined;
    const all = [...this.#unread.values()].reduce((sum, each) => sum + sizeOf(each), 0);
    return sizeOf(own) < MOST - all ? undefined : own.values().next().value;
  }
}

function sizeOf(responses: Set<Unread>): number {
  let size = 0;
  for (const { bytes } of responses) size += bytes;
  return size;
}
