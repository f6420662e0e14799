import type { Member } from "../../../server/domain/core/actor.ts";
import type { WriteContext } from "../../../server/domain/core/operation.ts";

/** Creates the context of an operation at an event's time, in the shared transaction. */
export type As = (actor: Member) => WriteContext<Member>;

/** A single change in the demo, so that activity is in order of time. */
export interface Event {
  at: Date;
  happen(as: As, made: Made): Promise<void>;
}

/** IDs of the planned tasks, projects, and milestones created so far. */
export type Made = Map<object, string>;
