import type { Child } from "hono/jsx";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Markdown, type ShownTexts } from "../markdown.tsx";
import { editTaskPath, type HistoryRange, taskPath } from "../paths.ts";
import { MarkdownField } from "../ui/markdown_field.tsx";
import { EditLink } from "../parts/open_link.tsx";
import { type TextEdit, TextForm, TitleField } from "../parts/text_form.tsx";
import { textHint } from "./composer_shell.tsx";

/** The texts of a task that are edited in place. */
export const editableTexts = ["title", "description"] as const;

/** A title or description that is being edited. */
export type TaskEdit = TextEdit<typeof editableTexts[number]>;

interface TextProps {
  task: TaskDetail;
  edit: TaskEdit | null;
  /** Whether the viewer can edit the texts. */
  editable: boolean;
  /** The viewer's profile. */
  viewerId: string;
  /** How much activity the page shows. */
  historyRange: HistoryRange;
}

/** The title. A click opens it for editing. */
export function TaskTitle(
  { task, edit, editable, viewerId, historyRange, peeked }: TextProps & {
    /** Whether it is in the panel beside a list, whose page has its own heading. */
    peeked: boolean;
  },
) {
  const Heading = peeked ? "h2" : "h1";
  if (edit?.field === "title") {
    return (
      <TaskTextForm
        task={task}
        edit={edit}
        viewerId={viewerId}
        historyRange={historyRange}
        now={<p class="stale-title" dir="auto">{task.title}</p>}
      >
        <Heading class="unseen">{task.title}</Heading>
        <TitleField name="title" label="Title" value={edit.value} limit={512} />
      </TaskTextForm>
    );
  }
  return (
    <div class="detail-head" id="task-title">
      <Heading class="detail-title" data-reference={task.reference}>{task.title}</Heading>
      {editable && (
        <EditLink
          of="title"
          href={editTaskPath(task.reference, "title", historyRange)}
          name="Edit the title"
        />
      )}
    </div>
  );
}

/** The description as Markdown. Its pencil opens it for editing. */
export function TaskText(
  { task, edit, editable, splits, viewerId, historyRange, texts }: TextProps & {
    /** Whether the viewer can turn list items into sub-tasks. */
    splits: boolean;
    texts: ShownTexts;
  },
) {
  if (edit?.field === "description") {
    return (
      <TaskTextForm
        task={task}
        edit={edit}
        viewerId={viewerId}
        historyRange={historyRange}
        now={task.description
          ? <Markdown of={task.id} texts={texts} />
          : <p class="detail-none">No description</p>}
      >
        <MarkdownField
          id="description-text"
          name="description"
          label="Description"
          value={edit.value}
          rows={8}
          placeholder={textHint}
          autofocus
          taskId={task.id}
          splits={splits}
        />
      </TaskTextForm>
    );
  }
  return (
    <div class="detail-description" id="task-description">
      <h2 class="unseen">Description</h2>
      {task.description
        ? (
          <Markdown
            of={task.id}
            texts={texts}
            ticking={editable
              ? { id: "tick-description", action: taskPath(task.reference) }
              : undefined}
          />
        )
        : <p class="detail-none">No description</p>}
      {editable && (
        <EditLink
          of="description"
          href={editTaskPath(task.reference, "description", historyRange)}
          name={task.description ? "Edit the description" : "Add a description"}
        />
      )}
    </div>
  );
}

function TaskTextForm(
  { task, edit, historyRange, ...shown }: Omit<TextProps, "edit" | "editable"> & {
    edit: TaskEdit;
    /** The current text of the task. */
    now: Child;
    children: Child;
  },
) {
  return (
    <TextForm
      edit={edit}
      record={task}
      changes={`task.${edit.field}_changed`}
      action={taskPath(task.reference)}
      without={taskPath(task.reference, historyRange)}
      autosaves={edit.field === "title" ? "left" : "quiet"}
      {...shown}
    />
  );
}
