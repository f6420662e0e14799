import type { ReaderClock } from "../../views/ui/time.tsx";
import type { Member } from "../domain/core/actor.ts";
import type { PageAt } from "./at.ts";

/** The moment and the place that a page is read at. */
export function readingOf({ now, viewer, memory }: PageAt<Member>): ReaderClock {
  return { now, timeZone: viewer.workspace.timeZone, formats: memory.formats };
}
