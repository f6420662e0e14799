import type { Member } from "../../../server/domain/core/actor.ts";
import type { WriteContext } from "../../../server/domain/core/operation.ts";

/** What an operation gets that somebody runs at an event's moment, in the transaction that it shares with others. */
export type As = (actor: Member) => WriteContext<Member>;

/** One thing that happens in the demo: a single change, so that history keeps the order of time. */
export interface Event {
  at: Date;
  happen(as: As, made: Made): Promise<void>;
}

/** What the demo has made so far: the ids of planned tasks, projects and milestones. */
export type Made = Map<object, string>;
