import type { Task } from "../../server/domain/tasks/schema.ts";
import { taskPath } from "../paths.ts";
import { Notice } from "../ui/field.tsx";
import { stateActionName, stateActionsOf } from "./lifecycle_actions.ts";

/** Explains that a task is a draft or archived, and offers to publish, discard, or restore it. */
export function StateNotice({ task, mayAct }: { task: Task; mayAct: boolean }) {
  if (!task.draft && task.archivedAt === null) return null;
  const action = taskPath(task.reference);
  return (
    <Notice>
      <p>{stateInWords(task)}</p>
      {mayAct && (
        <form class="form-actions" method="post" action={action} hx-post={action}>
          {stateActionsOf(task).map((act, index) => (
            <button
              type="submit"
              class="button"
              data-kind={index === 0 ? "primary" : undefined}
              name="act"
              value={act}
            >
              {stateActionName(task, act)}
            </button>
          ))}
        </form>
      )}
    </Notice>
  );
}

function stateInWords({ draft, archivedAt }: Task): string {
  if (archivedAt === null) {
    return "This is a draft. Until you publish it, lists hide it and nobody is notified.";
  }
  if (draft) return "This draft is discarded. Restore it to continue editing.";
  return "This task is archived. Lists hide archived tasks. Restore the task to make changes.";
}
