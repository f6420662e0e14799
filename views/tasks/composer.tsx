import type { TaskDraft } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { tasksPath } from "../paths.ts";
import { type FieldErrors, Notice } from "../ui/field.tsx";
import { propertiesWith } from "./properties/all.ts";
import type { Drafting } from "./properties/property.ts";

const pills = propertiesWith(
  "team",
  "status",
  "priority",
  "assignee",
  "project",
  "labels",
  "deadline",
).map(({ pill }) => pill);

/** What the composer shows: defaults, or what was typed and refused. */
export interface ComposerProps extends Drafting {
  values: TaskDraft & {
    more: boolean;
    /** The task that it is a copy of. */
    copyOf?: string | undefined;
    /** Where the page without JavaScript goes back to. */
    back: string;
  };
  errors: FieldErrors;
  /** In the dialog only the dialog's content is swapped. */
  dialog: boolean;
}

/** A new task: its title, its text, and its properties as a row of pills. */
export function Composer(props: ComposerProps) {
  const { values, errors, dialog } = props;
  const { back } = values;
  const swapped = dialog
    ? { "hx-post": tasksPath, "hx-target": "#composer", "hx-swap": "innerHTML" }
    : {};
  const problems = Object.values(errors);
  return (
    <form
      class="composer"
      method="post"
      action={tasksPath}
      data-save-key
      data-keeps={`${props.viewerId}:${values.copyOf ?? values.parentId ?? "task"}`}
      data-keeps-all
      data-unsaved={problems.length > 0 || undefined}
      {...swapped}
    >
      {dialog && <ComposerHead parentId={values.parentId} />}
      {problems.length > 0 && <Notice kind="error">{problems.join(" ")}</Notice>}
      <input type="hidden" name="back" value={back} />
      <textarea
        class="plain-input composer-title"
        name="title"
        rows={1}
        data-limit={512}
        required
        autofocus
        placeholder="What is to be done?"
        aria-label="Title"
        aria-invalid={errors.title ? "true" : undefined}
      >
        {values.title}
      </textarea>
      <textarea
        class="plain-input composer-text"
        name="description"
        rows={3}
        placeholder="Add a description. Markdown works."
        aria-label="Description"
      >
        {values.description}
      </textarea>
      <Pills {...props} />
      <div class="composer-foot">
        <label class="check-label">
          <input type="checkbox" name="more" value="true" checked={values.more} />
          <span>Create more</span>
        </label>
        <span data-kept-place></span>
        {!dialog && <a class="button" data-kind="quiet" href={back}>Cancel</a>}
        <button type="submit" class="button" data-kind="primary" data-size="large">
          Create task
        </button>
      </div>
    </form>
  );
}

function ComposerHead({ parentId }: Pick<ComposerProps["values"], "parentId">) {
  return (
    <div class="dialog-head">
      <h2>{parentId ? `New sub-task of ${parentId}` : "New task"}</h2>
      <button
        type="button"
        class="button"
        data-kind="quiet"
        data-shape="icon"
        aria-label="Close"
        data-close
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

function Pills(drafting: Drafting) {
  return <div class="pills">{pills.map((pill) => pill?.(drafting))}</div>;
}
