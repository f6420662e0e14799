import type { Child } from "hono/jsx";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { Markdown, type ShownTexts } from "../markdown.tsx";
import {
  commentPath,
  commentsPath,
  editCommentPath,
  type HistoryRange,
  taskPath,
} from "../paths.ts";
import { teamPath } from "../team_paths.ts";
import { quotePath, unsentCommentPath } from "../task_paths.ts";
import { Avatar } from "../ui/avatar.tsx";
import { KeptForm } from "../ui/kept_form.tsx";
import { MarkdownField, markdownHint } from "../ui/markdown_field.tsx";
import { Ago, type PageClock } from "../ui/time.tsx";
import { OpenLink } from "../parts/open_link.tsx";
import { BothTexts } from "../parts/both_texts.tsx";

type Comment = TaskDetail["comments"][number];

/** The viewer's permissions for comments on a task, and the comment they are writing. */
export interface Commenting {
  /** The viewer's profile. */
  viewerId: string;
  allowed: boolean;
  /** Whether they could comment if the task weren't archived. */
  heard: boolean;
  /** Whether they can delete other people's comments. */
  manager: boolean;
  /** The comment being edited, or `null` for a new one, with rejected text. */
  writing: {
    commentId: string | null;
    body?: string;
    error?: string;
    /** The version that the edit is based on, if it isn't the comment's. For a new comment, the version of the draft. */
    version?: number;
    /** Whether the comment changed during the edit. */
    stale?: boolean;
  };
  /** The viewer's draft comment. */
  unsent: { body: string; version: number } | null;
  /** The range of activity on the page. All of the page's forms keep it. */
  historyRange: HistoryRange;
}

interface ItemProps {
  task: Pick<TaskDetail, "id" | "reference" | "activity">;
  comment: Comment;
  commenting: Commenting;
  clock: PageClock;
  texts: ShownTexts;
  /** The Undo of its last change, if the viewer can undo it. @param told the ID of the sentence about the change */
  undo?: (told: string) => Child;
}

/** A comment. Its author can edit it in place. */
export function CommentItem({ task, comment, commenting, clock, texts, undo }: ItemProps) {
  const edited = `edited-${comment.id}`;
  const own = comment.author.id === commenting.viewerId && commenting.allowed;
  const open = commenting.writing.commentId === comment.id;
  return (
    <li class="comment" id={comment.id}>
      <header>
        <Avatar person={comment.author} />
        <strong>
          <bdi>{comment.author.name}</bdi>
        </strong>
        <Ago at={comment.createdAt} clock={clock} />
        {comment.editedAt && <span class="note" id={edited}>edited</span>}
        {comment.editedAt && !open && undo?.(edited)}
        <span class="comment-tools">
          {commenting.allowed && (
            <a
              class="button edit-link"
              data-kind="quiet"
              data-shape="icon"
              href={quotePath(task.reference, comment.id, commenting.historyRange)}
              data-quote
              aria-label={`Quote ${comment.author.name}'s comment`}
              title="Quote comment"
            >
              <Icon name="quote" />
            </a>
          )}
          <a
            class="button edit-link"
            data-kind="quiet"
            data-shape="icon"
            href={`#${comment.id}`}
            data-copy="here"
            aria-label={`Copy link to ${comment.author.name}'s comment`}
            title="Copy link"
          >
            <Icon name="link" />
          </a>
          {(own || commenting.manager) && !open && (
            <OpenLink
              id={`open-edit-${comment.id}`}
              class="edit-link"
              href={editCommentPath(task.reference, comment.id, commenting.historyRange)}
              kind="quiet"
              icon
              name={`${own ? "Edit" : "Delete"} ${comment.author.name}'s comment`}
            >
              <Icon name={own ? "pencil" : "trash"} />
            </OpenLink>
          )}
        </span>
      </header>
      {open && own
        ? <EditForm task={task} comment={comment} commenting={commenting} texts={texts} />
        : (
          <Markdown
            of={comment.id}
            texts={texts}
            ticking={own
              ? { id: `tick-${comment.id}`, action: commentPath(task.reference, comment.id) }
              : undefined}
          />
        )}
      {open && <DeleteForm task={task} comment={comment} commenting={commenting} />}
    </li>
  );
}

function EditForm({ task, comment, commenting, texts }: Omit<ItemProps, "clock" | "undo">) {
  const { body, error, stale, version = comment.version } = commenting.writing;
  return (
    <KeptForm
      id={`edit-${comment.id}`}
      action={commentPath(task.reference, comment.id)}
      keeps={`${comment.id}:body`}
      next={`#open-edit-${comment.id}`}
      error={error}
      refused={stale}
      class={stale ? "both-texts" : undefined}
      saveKey
    >
      {stale && (
        <BothTexts
          text="comment"
          by={task.activity.findLast(({ kind, data }) =>
            kind === "task.comment_edited" && Object(data.to).id === comment.id
          )}
          viewerId={commenting.viewerId}
        >
          <Markdown of={comment.id} texts={texts} />
        </BothTexts>
      )}
      <input type="hidden" name="version" value={String(version)} />
      <MarkdownField
        id={`text-${comment.id}`}
        name="body"
        label="Your comment"
        value={body ?? comment.body}
        rows={4}
        limit={20_000}
        placeholder={markdownHint}
        required
        autofocus
        taskId={task.id}
      />
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">
          {stale ? "Save my version" : "Save"}
        </button>
        <OpenLink href={taskPath(task.reference, commenting.historyRange)} kind="quiet" cancels>
          {stale ? "Use newer version" : "Cancel"}
        </OpenLink>
      </div>
    </KeptForm>
  );
}

/** Explains that deleting hides the text from everyone, and asks for confirmation. */
function DeleteForm({ task, comment, commenting }: Omit<ItemProps, "clock" | "texts" | "undo">) {
  const action = commentPath(task.reference, comment.id);
  return (
    <details class="comment-delete">
      <summary>Delete this comment</summary>
      <form method="post" action={action} hx-post={action} data-next="#new-comment-text">
        <p>
          Nobody can read a deleted comment. You can undo this for a week. After that, the text is
          erased permanently. The task's activity still shows that the comment was deleted.
        </p>
        <div class="form-actions">
          <button type="submit" class="button" data-kind="danger" name="delete" value="1">
            Delete comment
          </button>
          <OpenLink href={taskPath(task.reference, commenting.historyRange)} kind="quiet" cancels>
            Cancel
          </OpenLink>
        </div>
      </form>
    </details>
  );
}

/** The form for a new comment, or the reason that the viewer can't comment. */
export function NewComment({ task, commenting }: { task: TaskDetail; commenting: Commenting }) {
  if (!commenting.allowed) {
    return task.archivedAt === null && !commenting.heard && (
      <p class="detail-none">
        You can't comment because you aren't in{" "}
        <a href={teamPath(task.teamId)}>this task's team</a>. Ask a lead of the team to add you as a
        commentator.
      </p>
    );
  }
  const { unsent, writing: { commentId, body: typed, error, version } } = commenting;
  const body = commentId === null ? typed : undefined;
  const shown = body === undefined ? unsent : { body, version: version ?? 0 };
  return (
    <KeptForm
      class="comment-form"
      id="new-comment"
      action={commentsPath(task.reference)}
      keeps={`${task.id}:comment`}
      keepsAt={unsentCommentPath(task.reference)}
      next="#new-comment-text"
      error={commentId === null ? error : undefined}
      saveKey
    >
      <input type="hidden" name="version" value={String(shown?.version ?? 0)} />
      <MarkdownField
        id="new-comment-text"
        name="body"
        label="Comment"
        value={shown?.body ?? ""}
        rows={3}
        limit={20_000}
        placeholder={`Add a comment. ${markdownHint}`}
        required
        taskId={task.id}
      />
      <div class="form-actions">
        <button type="submit" class="button">Comment</button>
      </div>
    </KeptForm>
  );
}
