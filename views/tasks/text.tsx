import type { Child } from "hono/jsx";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { Markdown, type ShownTexts } from "../markdown.tsx";
import { editTaskPath, type HistoryRange, taskPath } from "../paths.ts";
import { KeptForm } from "../ui/kept_form.tsx";
import { MarkdownField } from "../ui/markdown_field.tsx";
import { OpenLink } from "../parts/open_link.tsx";
import { BothTexts } from "../parts/both_texts.tsx";

/** The texts of a task that are edited in their place. */
export const editable = ["title", "description"] as const;

/** A title or description that is being edited. */
export interface TextEdit {
  field: typeof editable[number];
  /** What stands in the field: the task's own text, or what was typed and not yet taken. */
  value: string;
  /** Whether it was typed and not taken. */
  refused?: boolean;
  error?: string | undefined;
  /** The version that it was begun from, where that isn't the task's. */
  version?: number;
  /** Set when somebody changed it while one was writing: both are shown, saving again replaces the newer one. */
  stale?: boolean;
}

interface TextProps {
  task: TaskDetail;
  edit: TextEdit | null;
  writable: boolean;
  /** The viewer's profile. */
  viewerId: string;
  /** How far back the page tells. */
  historyRange: HistoryRange;
}

/** The title; a click opens it for editing in its place. */
export function TaskTitle(
  { task, edit, writable, viewerId, historyRange, peeked }: TextProps & {
    /** Whether it stands in the panel beside a list, whose page has a heading of its own. */
    peeked: boolean;
  },
) {
  const Heading = peeked ? "h2" : "h1";
  if (edit?.field === "title") {
    return (
      <TextForm
        task={task}
        edit={edit}
        viewerId={viewerId}
        historyRange={historyRange}
        now={<p class="stale-title" dir="auto">{task.title}</p>}
      >
        <Heading class="unseen">{task.title}</Heading>
        <textarea
          class="plain-input detail-title"
          name="title"
          rows={1}
          data-limit={512}
          required
          autofocus
          aria-label="Title"
          data-submit-on-enter
        >
          {edit.value}
        </textarea>
      </TextForm>
    );
  }
  return (
    <div class="detail-head" id="task-title">
      <Heading class="detail-title" data-reference={task.reference}>{task.title}</Heading>
      {writable && (
        <OpenLink
          id="open-edit-title"
          class="edit-link"
          href={editTaskPath(task.reference, "title", historyRange)}
          kind="quiet"
          icon
          name="Edit the title"
        >
          <Icon name="pencil" />
        </OpenLink>
      )}
    </div>
  );
}

/** The description as Markdown; its pencil opens it for editing in its place. */
export function TaskText(
  { task, edit, writable, viewerId, historyRange, texts }: TextProps & { texts: ShownTexts },
) {
  if (edit?.field === "description") {
    return (
      <TextForm
        task={task}
        edit={edit}
        viewerId={viewerId}
        historyRange={historyRange}
        now={task.description
          ? <Markdown text={task.description} texts={texts} />
          : <p class="detail-none">No description.</p>}
      >
        <MarkdownField
          id="description-text"
          name="description"
          label="Description"
          value={edit.value}
          rows={8}
          placeholder="What is it about? Markdown works."
          autofocus
          taskId={task.id}
          splits
        />
      </TextForm>
    );
  }
  return (
    <div class="detail-description" id="task-description">
      <h2 class="unseen">Description</h2>
      {task.description
        ? (
          <Markdown
            text={task.description}
            texts={texts}
            ticking={writable
              ? { id: "tick-description", action: taskPath(task.reference) }
              : undefined}
          />
        )
        : <p class="detail-none">No description.</p>}
      {writable && (
        <OpenLink
          id="open-edit-description"
          class="edit-link"
          href={editTaskPath(task.reference, "description", historyRange)}
          kind="quiet"
          icon
          name={task.description ? "Edit the description" : "Add a description"}
        >
          <Icon name="pencil" />
        </OpenLink>
      )}
    </div>
  );
}

function TextForm(
  { task, edit, viewerId, historyRange, now, children }: Omit<TextProps, "edit" | "writable"> & {
    edit: TextEdit;
    /** What the task says by now. */
    now: Child;
    children: Child;
  },
) {
  return (
    <KeptForm
      id={`edit-${edit.field}`}
      action={taskPath(task.reference)}
      keeps={`${task.id}:${edit.field}`}
      next={`#open-edit-${edit.field}`}
      error={edit.error}
      refused={edit.refused}
      autosaves={edit.refused ? undefined : edit.field === "title" ? "left" : "quiet"}
      class={edit.stale ? "both-texts" : undefined}
      saveKey
    >
      {edit.stale && (
        <BothTexts
          text={edit.field}
          by={task.activity.findLast(({ kind }) => kind === `task.${edit.field}_changed`)}
          viewerId={viewerId}
        >
          {now}
        </BothTexts>
      )}
      <input type="hidden" name="version" value={String(edit.version ?? task.version)} />
      <input type="hidden" name="editing" value={edit.field} />
      {children}
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">
          {edit.stale ? "Save mine" : "Save"}
        </button>
        <OpenLink href={taskPath(task.reference, historyRange)} kind="quiet" cancels>
          {edit.stale ? "Keep the newer one" : "Cancel"}
        </OpenLink>
        <span class="autosaved" role="status" data-autosaved></span>
      </div>
    </KeptForm>
  );
}
