import { day, type PageClock } from "../ui/time.tsx";
import type { Timing } from "./timing.ts";

/** What is wrong with a project's dates, a sentence each. */
export function troublesOf({ late, early, end }: Timing, clock: PageClock): string[] {
  return [
    ...late ? [`Late: it was due ${day(end, clock)}.`] : [],
    ...early.map((other) =>
      other
        ? `Begins before ${other.name} is due, ${day(other.targetDate!, clock)}.`
        : "Begins before something that it waits for is due."
    ),
  ];
}
