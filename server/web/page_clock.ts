import { type PageClock, pageClock } from "../../views/ui/time.tsx";
import { type Member, timeZoneOf } from "../domain/core/actor.ts";
import type { PageContext } from "./context.ts";

/** Returns the time and time zone of a page. */
export function pageClockOf({ now, viewer, memory }: PageContext<Member>): PageClock {
  return pageClock(memory.formats, now, viewer.workspace.timeZone, timeZoneOf(viewer));
}
