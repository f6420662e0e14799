import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { type Addition, addToTaskPath, relationsPath } from "../task_paths.ts";
import type { Commenting } from "./comments.tsx";
import { OpenLink } from "../parts/open_link.tsx";
import type { OpenForms } from "./open_forms.ts";

/** Buttons that add what a task doesn't have yet. Sections with entries have their own button. */
export function Additions({ task, writable, commenting, forms }: {
  task: TaskDetail;
  writable: boolean;
  commenting: Commenting;
  forms: OpenForms;
}) {
  const { reference, children, relations, resources } = task;
  const offers = (add: Addition, some: boolean) => !some && forms.add !== add;
  const open = (add: Addition) => addToTaskPath(reference, add, commenting.historyRange);
  return (
    <div class="additions" role="group" aria-label="Add">
      {writable && offers("sub-task", children.length > 0) && (
        <OpenLink id="add-sub-task" kind="quiet" href={open("sub-task")}>
          <Icon name="sub-task" />Sub-task
        </OpenLink>
      )}
      {writable && relations.length === 0 && (
        <a
          id="add-relation"
          class="button"
          data-kind="quiet"
          href={relationsPath(reference)}
          data-menu="relations"
        >
          <Icon name="relation" />Relation
        </a>
      )}
      {writable && offers("link", resources.length > 0) && (
        <OpenLink id="add-link" kind="quiet" href={open("link")}>
          <Icon name="link" />Link
        </OpenLink>
      )}
      {commenting.allowed && offers("approval", false) && (
        <OpenLink id="add-approval" kind="quiet" href={open("approval")}>
          <Icon name="approval" />Approval
        </OpenLink>
      )}
    </div>
  );
}
