import { type ReaderClock, readerClock } from "../../views/ui/time.tsx";
import type { Member } from "../domain/core/actor.ts";
import type { PageContext } from "./context.ts";

/** The moment and the place that a page is read at. */
export function readerClockOf({ now, viewer, memory }: PageContext<Member>): ReaderClock {
  return readerClock(memory.formats, now, viewer.workspace.timeZone);
}
