import type { Entry } from "../../../views/inbox/entry.tsx";
import { taskPath } from "../../../views/paths.ts";
import { openOnProjectPath } from "../../../views/project_detail_paths.ts";
import { projectPath } from "../../../views/project_paths.ts";
import { savedViewPath } from "../../../views/view_paths.ts";
import { commentOnPagePath } from "../../../views/task_paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import type { Notification } from "../../domain/inbox/schema.ts";
import { excerptOf } from "../../domain/text/excerpt.ts";
import type { PageContext } from "../context.ts";

/** Returns inbox entries with their links and their texts without Markdown. */
export async function shownEntries(
  at: PageContext<Member>,
  entries: readonly Notification[],
): Promise<Entry[]> {
  const pathOf = await entryPathsOf(at, entries);
  return entries.map((entry) => {
    const { comment, approval } = entry;
    const said = comment?.excerpt ?? approval?.comment ?? approval?.excerpt;
    return { ...entry, leadsTo: pathOf(entry), said: said ? excerptOf(said) : null };
  });
}

/** Returns the link of each entry, or null if no page shows its record. */
async function entryPathsOf(
  at: PageContext<Member>,
  entries: readonly Notification[],
): Promise<(entry: Notification) => string | null> {
  const aboutViews = entries.some(({ subject: { kind } }) =>
    kind === "taskView" || kind === "projectView"
  );
  const views = aboutViews ? await at.views() : [];
  const keys = new Map(views.map((view) => [view.id, savedViewPath(view)]));
  return ({ kind, subject, comment, arrival }) => {
    switch (subject.kind) {
      case "task":
        if (subject.reference === null) return null;
        return comment
          ? commentOnPagePath(subject.reference, comment.id)
          : taskPath(subject.reference);
      case "approval":
        return subject.reference && taskPath(subject.reference);
      case "project":
        return kind === "reminder"
          ? openOnProjectPath(subject.id, { add: "update" })
          : projectPath(subject.id);
      case "taskView":
        return keys.get(subject.id) ??
          (arrival?.kind === "task" ? taskPath(arrival.reference) : null);
      case "projectView":
        return keys.get(subject.id) ?? null;
      default:
        return null;
    }
  };
}
