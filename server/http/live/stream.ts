import type { Topic } from "../../domain/live/topics.ts";

/** The topic of everything that a listener can see, if the stream can't list topics. */
export const EVERYTHING = "*";

/** The maximum number of topics of one kind that are sent separately. */
const MOST_TOPICS = 40;

/** The maximum number of events that wait for a slow reader. Beyond it, one event replaces them all. */
const MOST_WAITING = 16;

/** The content of an event. */
export interface Told {
  /** The listener's position after the event, in the form that pages use. */
  seq: string;
  topics: readonly (Topic | typeof EVERYTHING | "task:*")[];
}

const encoder = new TextEncoder();

/** Returns an event's bytes. https://html.spec.whatwg.org/multipage/server-sent-events.html */
function encoded(told: Told): Uint8Array<ArrayBuffer> {
  return encoder.encode(`id: ${told.seq}\ndata: ${JSON.stringify(told)}\n\n`);
}

/** Shortens topics: replaces more than `MOST_TOPICS` tasks with `task:*`, which means all tasks. */
export function briefly(topics: readonly Topic[]): Told["topics"] {
  const isTask = (topic: Topic) => topic.startsWith("task:");
  return topics.filter(isTask).length > MOST_TOPICS
    ? [...topics.filter((topic) => !isTask(topic)), "task:*"]
    : topics;
}

/** A stream of events to one browser. */
export class EventStream {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
  #controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  #missed: string | undefined;

  /** @param closed called once, after either side has ended the stream */
  constructor(private readonly closed: () => void) {
    this.body = new ReadableStream({
      start: (controller) => void (this.#controller = controller),
      pull: () => this.#catchUp(),
      cancel: () => this.#over(),
    }, { highWaterMark: MOST_WAITING });
  }

  tell(told: Told): void {
    if (!this.#takes()) {
      this.#missed = told.seq;
      return;
    }
    this.#controller?.enqueue(encoded(told));
  }

  /** Sends the listener's position, so that a new connection continues from there. Also detects a broken connection. */
  beat(seq: string): void {
    if (this.#takes()) {
      this.#controller?.enqueue(encoder.encode(`id: ${seq}\nevent: beat\ndata: {}\n\n`));
    }
  }

  /**
   * Announces a change of presence at a task. The page then requests the details. Lost events don't matter, because
   * pages also ask regularly.
   */
  tellHere(taskId: string): void {
    if (this.#takes()) {
      this.#controller?.enqueue(
        encoder.encode(`event: here\ndata: ${JSON.stringify({ here: taskId })}\n\n`),
      );
    }
  }

  /** Ends the stream. @param how the event's name @param why the reason for the reader, unless it is obvious */
  end(how: "ended" | "elsewhere" | "stopped", why?: string): void {
    const data = JSON.stringify({ why });
    this.#controller?.enqueue(encoder.encode(`event: ${how}\ndata: ${data}\n\n`));
    this.#controller?.close();
    this.#over();
  }

  #takes(): boolean {
    return this.#missed === undefined && (this.#controller?.desiredSize ?? 0) > 0;
  }

  #catchUp(): void {
    if (this.#missed === undefined || (this.#controller?.desiredSize ?? 0) < MOST_WAITING) return;
    const seq = this.#missed;
    this.#missed = undefined;
    this.tell({ seq, topics: [EVERYTHING] });
  }

  #over(): void {
    if (!this.#controller) return;
    this.#controller = undefined;
    this.closed();
  }
}
