import { BadRequest, Busy } from "./errors.ts";

/** How many bodies may be on their way at once, and how large they may become. */
interface Room {
  bodies: number;
  bytes: number;
}

/** Who hasn't shown a credential sends little, and takes nothing from those who have. */
const FOR_STRANGERS = { all: room(512, 4), each: room(32, 0.25) };
const FOR_KNOWN = { all: room(256, 32), each: room(64, 8) };
/** How long a body may take to arrive, in milliseconds. */
const DEADLINE_MS = 20_000;

/** Whose body it is. */
export interface Sender {
  /** Whether they have shown a credential. */
  known: boolean;
  /** The client, or whom the credential names. */
  who: string;
}

/** The bodies that are being read: how many, how large they may become, whose they are, and for how long. */
export class BodyBudget {
  #strangers = new Shares(FOR_STRANGERS);
  #known = new Shares(FOR_KNOWN);

  /** @param deadline how long a body may take, in milliseconds */
  constructor(private readonly deadline = DEADLINE_MS) {}

  /**
   * Reads one.
   * @param bytes what it may come to
   * @param read reads it
   * @throws Busy when too much is on its way already, of all or of this one; BadRequest 408 past the deadline
   */
  async take<T>({ known, who }: Sender, bytes: number, read: () => Promise<T>): Promise<T> {
    const shares = known ? this.#known : this.#strangers;
    shares.add(who, bytes);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(tooSlow()), this.deadline);
    });
    try {
      return await Promise.race([read(), late]);
    } finally {
      clearTimeout(timer);
      shares.remove(who, bytes);
    }
  }
}

/** What is taken of a room that many share, none of whom may have more than a part. */
class Shares {
  #all = { bodies: 0, bytes: 0 };
  #each = new Map<string, Room>();

  constructor(private readonly most: { all: Room; each: Room }) {}

  /** @throws Busy where the room, or this one's part of it, is taken */
  add(who: string, bytes: number): void {
    const own = this.#each.get(who) ?? { bodies: 0, bytes: 0 };
    const { all, each } = this.most;
    if (!fits(this.#all, bytes, all) || !fits(own, bytes, each)) throw new Busy();
    this.#each.set(who, own);
    for (const taken of [this.#all, own]) {
      taken.bodies++;
      taken.bytes += bytes;
    }
  }

  remove(who: string, bytes: number): void {
    const own = this.#each.get(who)!;
    for (const taken of [this.#all, own]) {
      taken.bodies--;
      taken.bytes -= bytes;
    }
    if (own.bodies === 0) this.#each.delete(who);
  }
}

function fits(taken: Room, bytes: number, most: Room): boolean {
  return taken.bodies < most.bodies && taken.bytes + bytes <= most.bytes;
}

function room(bodies: number, mebibytes: number): Room {
  return { bodies, bytes: mebibytes * 1024 * 1024 };
}

function tooSlow(): BadRequest {
  return new BadRequest(
    408,
    "too_slow",
    "The body took too long to arrive.",
    "Send the request again.",
  );
}
