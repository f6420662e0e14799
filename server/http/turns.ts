/** The number of reads of one person that the server works on at the same time. */
const AT_ONCE = 2;
/** The time that reads can take before the runtime has to read the network, in milliseconds. */
const LONG_MS = 20;
/** The time of reads after which a timer shows that the runtime has read the network. A timer for each short read would cost too much. */
const NOTICED_MS = 2;
/** The number of timers until the runtime has read the network and begun the requests that arrived. */
const TIMERS = 2;
/** Timers that take longer than this were held up by running reads, in milliseconds. */
const LATE_MS = 5;
/** The number of late pauses after which a read begins all the same. */
const MOST_LATE = 10;

interface Person {
  /** The time that their reads have taken. A person who returns starts at the time of those who are served. */
  taken: number;
  running: number;
  /** The functions that start its next reads, in order. */
  waiting: (() => void)[];
}

/**
 * Decides when reads begin. One thread works on all requests, so reads run one after another. The next read is from the
 * person whose reads took the least time, so that many expensive reads delay only the person who sends them. Between
 * long reads, the runtime reads the network. A read that waits for something other than the processor, such as a database
 * server, lets others begin.
 */
export class Turns {
  #people = new Map<string, Person>();
  #running = 0;
  /** The number of reads that wait or run. */
  #unfinished = 0;
  /** The largest `taken` of a person whose read has begun. */
  #served = 0;
  /** The time that reads have taken since the runtime last read the network. */
  #worked = 0;
  /** Whether a timer will set that time to 0. */
  #isNoticing = false;
  #isPausing = false;

  /** Waits for a turn. @returns a function that ends it */
  async take(who: string): Promise<() => void> {
    const person = this.#people.get(who) ?? { taken: 0, running: 0, waiting: [] };
    this.#people.set(who, person);
    if (isIdle(person)) person.taken = Math.max(person.taken, this.#served);
    // Most reads come when no other is unfinished
    if (this.#unfinished++ === 0 && this.#worked < LONG_MS) this.#count(person);
    else {
      await new Promise<void>((begin) => {
        person.waiting.push(begin);
        this.#next();
      });
    }
    const begun = performance.now();
    return () => {
      const took = performance.now() - begun;
      person.taken += took;
      person.running--;
      this.#running--;
      this.#noteWork(took);
      this.#next();
      if (--this.#unfinished === 0) this.#people.clear();
    };
  }

  /** Does work in a turn. */
  async during<T>(who: string, work: () => Promise<T>): Promise<T> {
    const end = await this.take(who);
    try {
      return await work();
    } finally {
      end();
    }
  }

  #next(): void {
    if (this.#running === 0 && this.#worked < LONG_MS) this.#begin();
    else if (!this.#isPausing && this.#first()) void this.#pause();
  }

  /** Returns the next person, if anyone is waiting. */
  #first(): Person | undefined {
    let first: Person | undefined;
    for (const person of this.#people.values()) {
      if (person.waiting.length === 0 || person.running >= AT_ONCE) continue;
      if (!first || person.taken < first.taken) first = person;
    }
    return first;
  }

  #begin(): void {
    const person = this.#first();
    if (!person) return;
    this.#count(person);
    person.waiting.shift()!();
  }

  #count(person: Person): void {
    this.#served = Math.max(this.#served, person.taken);
    person.running++;
    this.#running++;
  }

  #noteWork(took: number): void {
    this.#worked += took;
    if (this.#isNoticing || this.#worked < NOTICED_MS) return;
    this.#isNoticing = true;
    setTimeout(() => {
      this.#worked = 0;
      this.#isNoticing = false;
    }, 0);
  }

  /** Begins the next read once the runtime has read the network and running reads don't use the processor. */
  async #pause(): Promise<void> {
    this.#isPausing = true;
    for (let late = 0; late < MOST_LATE; late++) {
      const begun = performance.now();
      for (let n = 0; n < TIMERS; n++) await new Promise((resolve) => setTimeout(resolve, 0));
      if (this.#running === 0 || performance.now() - begun < LATE_MS) break;
    }
    this.#isPausing = false;
    this.#begin();
    this.#next();
  }
}

const isIdle = ({ running, waiting }: Person) => running + waiting.length === 0;
