import type { Services } from "../../../server/domain/core/operation.ts";

/** One thing that happens in the demo: a single change, so that history keeps the order of time. */
export interface Event {
  at: Date;
  /** @param then the services, their clock at `at` */
  happen(then: Services, made: Made): Promise<void>;
}

/** What the demo has made so far: the ids of planned tasks, projects and milestones. */
export type Made = Map<object, string>;
