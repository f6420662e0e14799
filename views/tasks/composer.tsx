import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";
import { tasksPath } from "../paths.ts";
import { type FieldErrors, Notice } from "../ui/field.tsx";
import { priorityOrder, priorityWords, statusOrder, statusWords } from "../ui/words.ts";

/** What the composer shows: defaults, or what was typed and refused. */
export interface ComposerProps {
  values: {
    title: string;
    description?: string | undefined;
    teamId?: string | undefined;
    status?: string | undefined;
    priority?: string | undefined;
    assigneeId?: string | undefined;
    projectId?: string | undefined;
    deadlineAt?: string | undefined;
    parentId?: string | undefined;
    tags?: readonly string[] | undefined;
    more: boolean;
    /** Where the page without JavaScript goes back to. */
    back: string;
  };
  errors: FieldErrors;
  teams: readonly { id: string; name: string }[];
  members: readonly { id: string; name: string }[];
  labels: readonly { id: string; name: string; color: string }[];
  projects: readonly { id: string; name: string }[];
  viewerId: string;
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
    <form class="composer" method="post" action={tasksPath} data-save-key {...swapped}>
      {dialog && <ComposerHead parentId={values.parentId} />}
      {problems.length > 0 && <Notice kind="error">{problems.join(" ")}</Notice>}
      <input type="hidden" name="back" value={back} />
      {values.parentId && <input type="hidden" name="parentId" value={values.parentId} />}
      <textarea
        class="plain-input composer-title"
        name="title"
        rows={1}
        maxlength={512}
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

function Pills(
  {
    values: { status = "backlogged", priority = "none", ...values },
    teams,
    members,
    labels,
    projects,
    viewerId,
  }: ComposerProps,
) {
  const people = members.toSorted((a, b) => Number(b.id === viewerId) - Number(a.id === viewerId));
  return (
    <div class="pills">
      <Pill name="teamId" label="Team">
        {teams.map(({ id, name }) => (
          <option value={id} selected={id === values.teamId}>{name}</option>
        ))}
      </Pill>
      <Pill name="status" label="Status">
        {statusOrder.map((word) => (
          <option value={word} selected={word === status}>{statusWords[word]}</option>
        ))}
      </Pill>
      <Pill name="priority" label="Priority">
        {priorityOrder.map((word) => (
          <option value={word} selected={word === priority}>{priorityWords[word]}</option>
        ))}
      </Pill>
      <Pill name="assigneeId" label="Assignee">
        <option value="">Nobody</option>
        {people.map(({ id, name }) => (
          <option value={id} selected={id === values.assigneeId}>
            {id === viewerId ? `${name} (you)` : name}
          </option>
        ))}
      </Pill>
      {projects.length > 0 && (
        <Pill name="projectId" label="Project">
          <option value="">No project</option>
          {projects.map(({ id, name }) => (
            <option value={id} selected={id === values.projectId}>{name}</option>
          ))}
        </Pill>
      )}
      {labels.length > 0 && <LabelPill labels={labels} chosen={values.tags ?? []} />}
      <label class="pill">
        <span class="unseen">Deadline</span>
        <Icon name="calendar" />
        <input type="date" name="deadlineAt" value={values.deadlineAt} />
      </label>
    </div>
  );
}

function Pill(props: { name: string; label: string; children: Child }) {
  return (
    <label class="pill">
      <span class="unseen">{props.label}</span>
      <select name={props.name}>{props.children}</select>
    </label>
  );
}

function LabelPill(
  { labels, chosen }: { labels: ComposerProps["labels"]; chosen: readonly string[] },
) {
  return (
    <details class="pill-choice">
      <summary class="pill">
        <Icon name="tag" />
        <span>{chosen.length > 0 ? chosen.join(", ") : "Labels"}</span>
      </summary>
      <fieldset class="pill-options">
        <legend class="unseen">Labels</legend>
        {labels.map(({ name, color }) => (
          <label class="menu-item">
            <input type="checkbox" name="tags" value={name} checked={chosen.includes(name)} />
            <span class="dot" data-color={color}></span>
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
