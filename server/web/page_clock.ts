import { type PageClock, pageClock } from "../../views/ui/time.tsx";
import { type Member, timeZoneOf } from "../domain/core/actor.ts";
import type { PageContext } from "./context.ts";

/** The moment and the place that a page is read at. */
export function pageClockOf({ now, viewer, memory }: PageContext<Member>): PageClock {
  return pageClock(memory.formats, now, viewer.workspace.timeZone, timeZoneOf(viewer));
}
