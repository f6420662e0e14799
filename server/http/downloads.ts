import type { Member } from "../domain/core/actor.ts";
import { TooMany } from "../domain/core/errors.ts";

/** Maximum number of downloads at once, of one person and in total. */
const MOST_OF_PERSON = 2;
const MOST = 8;
/** How long a client can take for one piece, in milliseconds. */
const STALLED_MS = 30_000;
/** How long a refused client waits, in seconds. */
const RETRY_AFTER = 10;

/** The downloads that are being sent, so that slow clients can't fill the memory. */
export class Downloads {
  /** The number of downloads per person, by user ID. */
  #open = new Map<string, number>();

  /** @param stalled how long a client can take for one piece, in milliseconds */
  constructor(private readonly stalled = STALLED_MS) {}

  /**
   * Returns a stream that reads each piece of text when the client takes it. The download counts toward the
   * limits until it ends, the client disconnects, or the client takes no piece for too long, which aborts the stream.
   * @throws TooMany if the person, or everyone together, has too many already
   */
  open(
    { userId }: Member,
    pieces: AsyncGenerator<string>,
  ): ReadableStream<Uint8Array<ArrayBuffer>> {
    this.#enter(userId);
    const encoder = new TextEncoder();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOpen = true;
    const end = () => {
      clearTimeout(timer);
      if (isOpen) this.#leave(userId);
      isOpen = false;
    };
    const wait = (controller: ReadableStreamDefaultController) => {
      timer = setTimeout(() => {
        end();
        controller.error(new Error("The client stopped receiving the download."));
        void pieces.return(undefined);
      }, this.stalled);
    };
    return new ReadableStream({
      start: wait,
      async pull(controller) {
        clearTimeout(timer);
        try {
          const { done, value } = await pieces.next();
          if (!isOpen) return;
          if (done) {
            end();
            controller.close();
          } else {
            controller.enqueue(encoder.encode(value));
            wait(controller);
          }
        } catch (error) {
          end();
          throw error;
        }
      },
      async cancel() {
        end();
        await pieces.return(undefined);
      },
    }, { highWaterMark: 0 });
  }

  #enter(userId: string): void {
    const own = this.#open.get(userId) ?? 0;
    const all = [...this.#open.values()].reduce((sum, count) => sum + count, 0);
    if (own >= MOST_OF_PERSON) {
      throw refusal(
        `You already have ${MOST_OF_PERSON} downloads in progress.`,
        "Wait until a download finishes, then try again.",
      );
    }
    if (all >= MOST) {
      throw refusal(
        `The server is already sending ${MOST} downloads, which is its limit.`,
        "Try again in a moment.",
      );
    }
    this.#open.set(userId, own + 1);
  }

  #leave(userId: string): void {
    const left = this.#open.get(userId)! - 1;
    if (left === 0) this.#open.delete(userId);
    else this.#open.set(userId, left);
  }
}

function refusal(message: string, hint: string): TooMany {
  return new TooMany(message, RETRY_AFTER, { code: "too_many_downloads", hint });
}
