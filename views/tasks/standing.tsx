import type { Task } from "../../server/domain/tasks/schema.ts";
import { taskPath } from "../paths.ts";
import { Notice } from "../ui/field.tsx";
import { type TaskAct, taskActs } from "./acts.ts";

/** Says of a draft or an archived task what it is, and offers to publish, discard or restore it. */
export function Standing({ task, mayAct }: { task: Task; mayAct: boolean }) {
  if (!task.draft && task.archivedAt === null) return null;
  const action = taskPath(task.reference);
  return (
    <Notice>
      <p>{standingOf(task)}</p>
      {mayAct && (
        <form class="form-actions" method="post" action={action} hx-post={action}>
          {taskActs(task).map((act, index) => (
            <button
              type="submit"
              class="button"
              data-kind={index === 0 ? "primary" : undefined}
              name="act"
              value={act}
            >
              {actWords[act]}
            </button>
          ))}
        </form>
      )}
    </Notice>
  );
}

/** A draft's archive is the bin: what is archived here is discarded. */
const actWords: Record<TaskAct, string> = {
  publish: "Publish",
  archive: "Discard",
  restore: "Restore",
};

function standingOf({ draft, archivedAt }: Task): string {
  if (archivedAt === null) {
    return "This is a draft. Lists leave it out, and nobody hears of it, until it is published.";
  }
  if (draft) return "This draft was discarded. Restored, it is a draft again.";
  return "This task is archived. Lists leave it out, and until it is restored nothing of it changes.";
}
