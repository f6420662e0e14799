import type { Child } from "hono/jsx";
import type { Notification } from "../../server/domain/inbox/schema.ts";
import { Icon } from "../icons.tsx";
import { inboxEntryPath, inboxPath } from "../inbox_paths.ts";
import { taskPath } from "../paths.ts";
import { approvalsPath } from "../task_paths.ts";
import { PeekButton } from "../tasks/row.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { RowButton } from "../ui/row_button.tsx";
import { Ago, type PageClock } from "../ui/time.tsx";
import { whatHappened } from "./what_happened.tsx";

/** An entry of an inbox, and where it leads: null where no page shows what it is about. */
export type Entry = Notification & { leadsTo: string | null };

/** One entry: what it is about, what happened and who did it, and what one can do about it. */
export function EntryRow({ entry, clock }: { entry: Entry; clock: PageClock }) {
  const { id, subject, actor, readAt, createdAt, leadsTo } = entry;
  const unread = readAt === null;
  return (
    <li
      class="row entry"
      id={`row-${id}`}
      data-task={taskOf(entry)}
      data-opens-entry={unread && leadsTo ? inboxEntryPath(id) : undefined}
      data-unread={unread ? "" : undefined}
      data-read={unread ? undefined : ""}
    >
      {actor ? <Avatar person={actor} large /> : (
        <span class="entry-mark">
          <Icon name={subject.kind.endsWith("View") ? "view" : "bell"} />
        </span>
      )}
      <div class="entry-text">
        <p class="entry-subject">
          {unread && <span class="unseen">Unread:</span>}
          {leadsTo
            ? <a class="row-title" href={leadsTo}>{titleOf(entry)}</a>
            : <span class="row-title" tabindex={-1}>{titleOf(entry)}</span>}
          {subject.reference && <span class="entry-reference">{subject.reference}</span>}
        </p>
        <p class="entry-what">
          {actor && <bdi class="entry-who">{actor.name}</bdi>} {whatHappened(entry)}
          <Earlier entry={entry} />
        </p>
        <Excerpt entry={entry} />
        <Answers entry={entry} />
      </div>
      <span class="entry-when">
        <Ago at={createdAt} clock={clock} />
      </span>
      <Marks entry={entry} />
    </li>
  );
}

/** What an entry is called by: an approval as its task is. */
function titleOf({ subject }: Entry): string {
  return subject.title ?? "Something that is gone";
}

/** The task on which keys act; nothing where it is about none. */
function taskOf({ subject }: Entry): string {
  const onTask = subject.kind === "task" || subject.kind === "approval";
  return onTask && subject.reference ? taskPath(subject.reference) : "";
}

/** How many unread ones it stands for besides. */
function Earlier({ entry: { earlier } }: { entry: Entry }) {
  if (earlier.length === 0) return null;
  return <span class="entry-earlier">{` · ${earlier.length} earlier`}</span>;
}

/** The beginning of what was said, or is to be approved. */
function Excerpt({ entry: { comment, approval } }: { entry: Entry }) {
  const said = comment?.excerpt ?? approval?.comment ?? approval?.excerpt;
  return said ? <p class="entry-excerpt" dir="auto">{said}</p> : null;
}

/** What it asks for, as long as that waits for an answer. */
function Answers({ entry }: { entry: Entry }): Child {
  const { subject, approval, kind } = entry;
  if (kind === "invitation" && entry.archivedAt === null) {
    return (
      <form class="entry-answers" method="post" action={inboxPath} hx-post={inboxPath}>
        <button type="submit" class="button" data-kind="primary" name="accept" value={subject.id}>
          Accept<span class="unseen">{` the invitation to ${subject.title}`}</span>
        </button>
        <button type="submit" class="button" name="decline" value={subject.id} data-next="here">
          Decline<span class="unseen">{` the invitation to ${subject.title}`}</span>
        </button>
      </form>
    );
  }
  const asked = approval?.state === "open" && entry.data.to === undefined && subject.reference;
  if (!asked) return null;
  const action = approvalsPath(asked, approval.id);
  return (
    <form
      class="entry-answers"
      method="post"
      action={action}
      hx-post={action}
      data-next="here"
    >
      <button type="submit" class="button" data-kind="primary" name="decision" value="approved">
        Approve<span class="unseen">{` what is asked on ${subject.reference}`}</span>
      </button>
      <button type="submit" class="button" name="decision" value="declined">
        Decline<span class="unseen">{` what is asked on ${subject.reference}`}</span>
      </button>
    </form>
  );
}

/** What marks it as read or not, and puts it away or brings it back. */
function Marks({ entry }: { entry: Entry }) {
  const { id, readAt, archivedAt } = entry;
  const action = inboxEntryPath(id);
  const of = titleOf(entry);
  return (
    <form class="entry-marks" method="post" action={action} hx-post={action}>
      {taskOf(entry) !== "" && PeekButton(taskOf(entry))}
      {readAt === null
        ? <RowButton act="read" name="Mark as read" of={of} icon="check" press="U" />
        : <RowButton act="unread" name="Mark as unread" of={of} icon="circle-dot" press="U" />}
      {archivedAt === null
        ? <RowButton act="archive" name="Archive" of={of} icon="archive" press="E" />
        : <RowButton act="restore" name="Bring back" of={of} icon="restore" press="E" />}
    </form>
  );
}
