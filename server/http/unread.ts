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

/**
 * Large responses that clients haven't read to their end, so that unread ones can't fill the memory. A person can use as
 * much of that memory as is free, so the memory is never used up, and a person without an unread response is never refused.
 */
export class UnreadResponses {
  /** The bytes of each person, by user ID. */
  #unread = new Map<string, number>();

  /** @param stalled how long a client can take for one piece, in milliseconds */
  constructor(private readonly stalled = STALLED_MS) {}

  /** @throws TooMany if the person has as much unread as there is memory left */
  requireRoom(userId: string): void {
    const own = this.#unread.get(userId);
    if (own === undefined) return;
    const all = [...this.#unread.values()].reduce((sum, bytes) => sum + bytes, 0);
    if (own < MOST - all) return;
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
    this.#add(userId, bytes.byteLength);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let at = 0;
    let isOver = false;
    const end = () => {
      clearTimeout(timer);
      if (!isOver) this.#add(userId, -bytes.byteLength);
      isOver = true;
    };
    const wait = (controller: ReadableStreamDefaultController) => {
      timer = setTimeout(() => {
        end();
        controller.error(new Error("The client stopped receiving the response."));
      }, this.stalled);
    };
    return new ReadableStream({
      start: wait,
      pull(controller) {
        clearTimeout(timer);
        // Copies the piece, because a part of the bytes would hold all of them
        controller.enqueue(bytes.slice(at, at += PIECE));
        if (at < bytes.byteLength) return wait(controller);
        end();
        controller.close();
      },
      cancel: end,
    }, { highWaterMark: 0 });
  }

  #add(userId: string, bytes: number): void {
    const unread = (this.#unread.get(userId) ?? 0) + bytes;
    if (unread === 0) this.#unread.delete(userId);
    else this.#unread.set(userId, unread);
  }
}
