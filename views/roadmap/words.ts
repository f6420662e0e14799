import { day, type PageClock } from "../ui/time.tsx";
import type { Timing } from "./timing.ts";

/** Describes the problems of a project's dates. */
export function troublesOf({ late, early, end }: Timing, clock: PageClock): string[] {
  return [
    ...late ? [`Overdue. The target date was ${day(end, clock)}.`] : [],
    ...early.map((other) =>
      other
        ? `Starts before the target date of ${other.name}, ${day(other.targetDate!, clock)}.`
        : "Starts before the target date of a blocking project."
    ),
  ];
}
