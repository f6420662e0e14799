import { createView } from "../../server/domain/saved_views/create.ts";
import { subscribeToView } from "../../server/domain/saved_views/subscribe.ts";
import type { Cast, Person } from "./cast.ts";
import { inboxOf } from "./inbox.ts";
import { planner } from "./projects.ts";

/** What the tests of views do over and over: views saved by Ada for everybody unless said otherwise. */
export function gallery(cast: Cast) {
  const { run } = planner(cast);
  return {
    /** Saves a view, has some people subscribe to it, and gives its id. */
    async view(input: Record<string, unknown>, subscribers: Person[], by = cast.ada) {
      const { id } = await run(by, createView, { name: "Watched", scope: "workspace", ...input });
      for (const one of subscribers) await run(one, subscribeToView, { viewId: id });
      return id;
    },
    /** What came into views for somebody, newest first: the view, what came last, and how many did. */
    async arrived(who: Person) {
      const entries = await inboxOf(cast, who);
      return entries.filter(({ kind }) => kind === "viewUpdate")
        .map(({ subject, arrival, arrivals }) => [subject.title, arrival?.title ?? null, arrivals]);
    },
  };
}
