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
  id: string;
  /** The time that their reads have taken. A person who returns starts at the time of those who are served. */
  taken: number;
  running: number;
  /** The functions that start its next reads, in order. */
  waiting: ((turn: Turn) => void)[];
}

/** A read that has begun. */
export interface Turn {
  person: Person;
  begun: number;
}

/**
 * Decides when reads begin. One thread works on all requests, so reads run one after another. The next read is from the
 * person whose reads took the least time, so that many expensive reads delay only the person who sends them. Between
 * long reads, the runtime reads the network. A read that waits for something other than the processor, such as a database
 * server, lets others begin.
 */
export class Turns {
  /** The people whose reads wait or run. */
  #people: Person[] = [];
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

  /** Takes a turn. Waits only while other reads are unfinished or the runtime has to read the network. */
  take(personId: string): Turn | Promise<Turn> {
    const person = this.#personOf(personId);
    if (this.#unfinished++ === 0 && this.#worked < LONG_MS) return this.#start(person);
    return new Promise((begin) => {
      person.waiting.push(begin);
      this.#next();
    });
  }

  end({ person, begun }: Turn): void {
    const took = performance.now() - begun;
    person.taken += took;
    person.running--;
    this.#running--;
    this.#noteWork(took);
    if (--this.#unfinished === 0) this.#people = [];
    else this.#next();
  }

  /** Does work in a turn. */
  async during<T>(personId: string, work: () => Promise<T>): Promise<T> {
    const turn = await this.take(personId);
    try {
      return await work();
    } finally {
      this.end(turn);
    }
  }

  #personOf(id: string): Person {
    const known = this.#people.find((one) => one.id === id);
    const person = known ?? { id, taken: this.#served, running: 0, waiting: [] };
    if (!known) this.#people.push(person);
    else if (isIdle(known)) known.taken = Math.max(known.taken, this.#served);
    return person;
  }

  #next(): void {
    if (this.#running === 0 && this.#worked < LONG_MS) this.#begin();
    else if (!this.#isPausing && this.#first()) void this.#pause();
  }

  /** Returns the next person, if anyone is waiting. */
  #first(): Person | undefined {
    let first: Person | undefined;
    for (const person of this.#people) {
      if (person.waiting.length === 0 || person.running >= AT_ONCE) continue;
      if (!first || person.taken < first.taken) first = person;
    }
    return first;
  }

  #begin(): void {
    const person = this.#first();
    if (person) person.waiting.shift()!(this.#start(person));
  }

  #start(person: Person): Turn {
    this.#served = Math.max(this.#served, person.taken);
    person.running++;
    this.#running++;
    return { person, begun: performance.now() };
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
