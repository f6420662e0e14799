import { listPath, taskPath, viewPath } from "../../../views/paths.ts";
import { commentOnPagePath } from "../../../views/task_paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import type { Notification } from "../../domain/inbox/schema.ts";
import type { PageContext } from "../context.ts";

/** Tells where each entry of an inbox leads; null where no page shows what it is about. */
export async function entryPathsOf(
  at: PageContext<Member>,
  entries: readonly Notification[],
): Promise<(entry: Notification) => string | null> {
  const aboutViews = entries.some(({ subject }) => subject.kind === "taskView");
  const views = aboutViews ? await at.views() : [];
  const keys = new Map(views.map(({ id, key }) => [id, viewPath(key)]));
  return ({ subject, comment, arrival }) => {
    switch (subject.kind) {
      case "task":
        if (subject.reference === null) return null;
        return comment
          ? commentOnPagePath(subject.reference, comment.id)
          : taskPath(subject.reference);
      case "approval":
        return subject.reference && taskPath(subject.reference);
      case "project":
        return listPath({ projectId: subject.id });
      case "taskView":
        return keys.get(subject.id) ??
          (arrival?.kind === "task" ? taskPath(arrival.reference) : null);
      default:
        return null;
    }
  };
}
