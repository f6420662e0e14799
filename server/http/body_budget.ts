import { TooMany } from "../domain/core/errors.ts";
import { BadRequest, Busy } from "./errors.ts";

/** The memory that arriving bodies can take in all, in bytes. */
const OF_STRANGERS = 32 * 1024 * 1024;
const OF_KNOWN = 64 * 1024 * 1024;
/** The part of that memory that one sender can take. */
const SHARE = 1 / 16;
/** The memory of a body besides its bytes, and of the runtime's buffers if it is read in pieces. */
const PER_BODY = 16 * 1024;
const BUFFERS = 128 * 1024;
/** The announced size up to which a body is read in one piece, for which the runtime allocates that size at once. */
const SMALL = 16 * 1024;
/** The time that every body can take to arrive, in milliseconds. */
const DEADLINE_MS = 20_000;
/** For each of this many bytes that arrive, a body gets one more millisecond. Slow phones send at twice this speed. */
const BYTES_PER_MS = 10;

/** The sender of a body. */
export interface Sender {
  /** Whether the sender has shown a valid credential. */
  known: boolean;
  /** The client's address, or the credential's owner. */
  who: string;
}

/** A body that is arriving. */
interface Body {
  who: string;
  /** The memory that it takes, in bytes. */
  size: number;
  refuse(reason: Error): void;
}

/**
 * Bounds the memory and the time that bodies take while they arrive. A large body counts by its bytes that have
 * arrived. If there is no room, the oldest body is refused: bodies usually arrive at once, so idle connections don't
 * keep others from writing. Bodies without a credential take no room from those with one.
 */
export class BodyBudget {
  #strangers = new Shares(OF_STRANGERS);
  #known = new Shares(OF_KNOWN);

  /** @param deadline the time that every body can take, in milliseconds */
  constructor(private readonly deadline = DEADLINE_MS) {}

  /**
   * Reads a request's body.
   * @param most its maximum size in bytes
   * @throws BadRequest 413 if it is too large, 408 if it is too slow, 400 if it is incomplete; TooMany if its sender sends
   *   too much at once; Busy if everyone does
   */
  async read({ known, who }: Sender, request: Request, most: number): Promise<Uint8Array> {
    const { promise: refused, reject: refuse } = Promise.withResolvers<never>();
    const shares = known ? this.#known : this.#strangers;
    const body = { who, size: 0, refuse };
    const begun = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let arrived = 0;
    let isOver = false;
    const wait = () => {
      const left = begun + this.deadline + arrived / BYTES_PER_MS - performance.now();
      if (left > 0) timer = setTimeout(wait, left);
      else refuse(tooSlow(this.deadline));
    };
    wait();
    const hold = (bytes: number) => {
      if (!isOver) shares.hold(body, PER_BODY + bytes);
    };
    const length = Number(request.headers.get("content-length") ?? Infinity);
    try {
      const reads = length <= SMALL ? readWhole : readPieces;
      const note = (bytes: number) => void (arrived = bytes);
      return await Promise.race([reads(request, { length, most, hold, note, refused }), refused]);
    } finally {
      isOver = true;
      clearTimeout(timer);
      shares.release(body);
    }
  }
}

/** The memory that arriving bodies share. */
class Shares {
  #all: Room;
  #ofEach = new Map<string, Room>();

  /** @param most that memory, in bytes */
  constructor(private readonly most: number) {
    this.#all = new Room(most, () => new Busy());
  }

  /** Gives a body memory, and refuses the oldest bodies for which there is none left. */
  hold(body: Body, size: number): void {
    const share = this.most * SHARE;
    const own = this.#ofEach.get(body.who) ?? new Room(share, () => tooManyBytes(share));
    this.#ofEach.set(body.who, own);
    const more = size - body.size;
    body.size = size;
    for (const room of [own, this.#all]) room.grow(body, more);
    for (const room of [own, this.#all]) {
      for (const one of room.surplus()) {
        one.refuse(room.reason());
        this.release(one);
      }
    }
  }

  release(body: Body): void {
    const own = this.#ofEach.get(body.who);
    for (const room of [own, this.#all]) room?.remove(body);
    if (own?.isEmpty) this.#ofEach.delete(body.who);
    body.size = 0;
  }
}

/** The bodies of one sender, or all bodies, and their memory. */
class Room {
  /** The oldest first. */
  #bodies = new Set<Body>();
  #size = 0;

  constructor(private readonly most: number, readonly reason: () => Error) {}

  get isEmpty(): boolean {
    return this.#bodies.size === 0;
  }

  grow(body: Body, more: number): void {
    this.#bodies.add(body);
    this.#size += more;
  }

  remove(body: Body): void {
    if (this.#bodies.delete(body)) this.#size -= body.size;
  }

  /** Lists the oldest bodies while the room is too full. */
  *surplus(): Generator<Body> {
    for (const one of this.#bodies) {
      if (this.#size <= this.most) return;
      yield one;
    }
  }
}

interface Reading {
  /** The announced size in bytes. */
  length: number;
  most: number;
  /** Takes memory, in bytes. */
  hold(bytes: number): void;
  /** Notes the number of bytes that have arrived. */
  note(bytes: number): void;
  /** Rejects if the memory or the time is used up. */
  refused: Promise<never>;
}

/** Reads a small body without asking for its stream, which would be slower. */
function readWhole(request: Request, { length, hold }: Reading): Promise<Uint8Array> {
  hold(length);
  return request.bytes().catch(cutOff);
}

/** Reads a large body, or one of unknown size. Copies its pieces, because small ones hold on to large buffers. */
async function readPieces(
  { body }: Request,
  { most, hold, note, refused }: Reading,
): Promise<Uint8Array> {
  let held = new Uint8Array();
  let length = 0;
  if (!body) return held;
  const reader = body.getReader();
  refused.catch(() => reader.cancel()).catch(() => {});
  try {
    for (;;) {
      hold(BUFFERS + held.byteLength);
      const { done, value } = await reader.read().catch(cutOff);
      if (done) return held.subarray(0, length);
      const before = held;
      if (length + value.byteLength > most) throw tooLarge(most);
      if (length + value.byteLength > held.byteLength) {
        held = new Uint8Array(Math.min(most, Math.max(length + value.byteLength, 2 * length)));
        held.set(before.subarray(0, length));
      }
      held.set(value, length);
      length += value.byteLength;
      note(length);
    }
  } finally {
    void reader.cancel().catch(() => {});
  }
}

/** Creates the error for a body with more bytes than `most`. */
export function tooLarge(most: number): BadRequest {
  return new BadRequest(413, "too_large", `Send at most ${most / 1024} KiB.`);
}

function tooSlow(deadline: number): BadRequest {
  return new BadRequest(
    408,
    "too_slow",
    `The body arrived too slowly: more than ${
      deadline / 1000
    } seconds, at less than ${BYTES_PER_MS} KB per second.`,
    "Send the request again.",
  );
}

function cutOff(): never {
  throw new BadRequest(
    400,
    "incomplete_body",
    "The connection ended before the whole body arrived.",
    "Send the request again.",
  );
}

function tooManyBytes(share: number): TooMany {
  return new TooMany(`Your unfinished requests take up more than ${share / 1024} KiB.`, 1, {
    code: "too_many_bytes",
    hint: "Send fewer requests at the same time.",
  });
}
