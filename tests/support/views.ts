import { createView } from "../../server/domain/saved_views/create.ts";
import { subscribeToView } from "../../server/domain/saved_views/subscribe.ts";
import type { Cast, Person } from "./cast.ts";
import { inboxOf } from "./inbox.ts";
import { planner } from "./projects.ts";

/** Common actions in tests of views. Views are saved by Ada for everyone by default. */
export function gallery(cast: Cast) {
  const { run } = planner(cast);
  return {
    /** Saves a view, subscribes people to it, and returns its ID. */
    async view(input: Record<string, unknown>, subscribers: Person[], by = cast.ada) {
      const { id } = await run(by, createView, { name: "Watched", scope: "workspace", ...input });
      for (const one of subscribers) await run(one, subscribeToView, { viewId: id });
      return id;
    },
    /** Returns a person's view notifications, newest first: the view, the latest record, and the number of records. */
    async arrived(who: Person) {
      const entries = await inboxOf(cast, who);
      return entries.filter(({ kind }) => kind === "viewUpdate")
        .map(({ subject, arrival, arrivals }) => [subject.title, arrival?.title ?? null, arrivals]);
    },
  };
}
