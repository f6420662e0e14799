import type { Topic } from "../../domain/live/topics.ts";

/** Everything that somebody may see: what a stream says where it can't say what. */
export const EVERYTHING = "*";

/** How many topics of one kind are told one by one. */
const MOST_TOPICS = 40;

/** How many pieces wait for a slow reader; after that it is told once that there was much. */
const MOST_WAITING = 16;

/** What a stream tells. */
export interface Told {
  /** How far it goes, as pages say it. */
  seq: string;
  topics: readonly (Topic | typeof EVERYTHING | "task:*")[];
}

const encoder = new TextEncoder();

/** The bytes that tell something. https://html.spec.whatwg.org/multipage/server-sent-events.html */
function encoded(told: Told): Uint8Array<ArrayBuffer> {
  return encoder.encode(`id: ${told.seq}\ndata: ${JSON.stringify(told)}\n\n`);
}

/** The same with few words: of very many tasks it says that there were. */
export function briefly(topics: readonly Topic[]): Told["topics"] {
  const isTask = (topic: Topic) => topic.startsWith("task:");
  return topics.filter(isTask).length > MOST_TOPICS
    ? [...topics.filter((topic) => !isTask(topic)), "task:*"]
    : topics;
}

/** What is sent to one browser as it happens. */
export class EventStream {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
  #controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  #missed: string | undefined;

  /** @param closed is told once, when either side has ended it */
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

  /** Says how far everything was heard, so that nothing between is told again after a cut; and finds out about a cut. */
  beat(seq: string): void {
    if (this.#takes()) {
      this.#controller?.enqueue(encoder.encode(`id: ${seq}\nevent: beat\ndata: {}\n\n`));
    }
  }

  /** Says that somebody came to a task, left it or writes there: who asks is told who. What isn't heard is asked for anyway in a while. */
  tellHere(taskId: string): void {
    if (this.#takes()) {
      this.#controller?.enqueue(
        encoder.encode(`event: here\ndata: ${JSON.stringify({ here: taskId })}\n\n`),
      );
    }
  }

  /** Ends it. @param how an event that says so @param why the same in words, where it isn't plain */
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
