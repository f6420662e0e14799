import type { Child } from "hono/jsx";
import type { Notification } from "../../server/domain/inbox/schema.ts";
import { Icon } from "../icons.tsx";
import { inboxEntryPath, inboxPath, snoozePath } from "../inbox_paths.ts";
import { taskPath } from "../paths.ts";
import { approvalsPath } from "../task_paths.ts";
import { PeekButton } from "../tasks/row.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { RowButton } from "../ui/row_button.tsx";
import { Separator } from "../ui/separator.tsx";
import { Ago, Coming, type PageClock } from "../ui/time.tsx";
import { countEarlier, describeNotification } from "./describe_notification.tsx";

/** An inbox entry as a page shows it. */
export interface Entry extends Notification {
  /** The URL of the entry's subject, or `null` if it has no page. */
  leadsTo: string | null;
  /** The start of the comment or approval request, as plain text. */
  said: string | null;
}

/** An entry with its subject, activity, and actions. */
export function EntryRow({ entry, clock }: { entry: Entry; clock: PageClock }) {
  const { id, subject, readAt, leadsTo } = entry;
  const unread = readAt === null;
  const own = inboxEntryPath(id);
  return (
    <li
      class="row entry"
      id={`row-${id}`}
      data-task={taskOf(entry)}
      data-opens-entry={unread ? own : undefined}
      data-unread={unread ? "" : undefined}
      data-read={unread ? undefined : ""}
    >
      <EntryMark entry={entry} />
      <div class="entry-text">
        <p class="entry-subject">
          {unread && <span class="unseen">Unread:</span>}
          <a class="row-title" href={leadsTo ?? own}>{titleOf(entry)}</a>
          {subject.reference && <span class="entry-reference">{subject.reference}</span>}
        </p>
        <p class="entry-what">
          <EntrySummary entry={entry} />
        </p>
        <Excerpt entry={entry} />
        <Answers entry={entry} />
      </div>
      <span class="entry-when">
        <When entry={entry} clock={clock} />
      </span>
      <Marks entry={entry} />
    </li>
  );
}

/** The avatar of the actor, or an icon of the subject. */
function EntryMark({ entry: { actor, subject } }: { entry: Entry }) {
  if (actor) return <Avatar person={actor} large />;
  return (
    <span class="entry-mark">
      <Icon name={subject.kind.endsWith("View") ? "view" : "bell"} />
    </span>
  );
}

/** Returns an entry's title. An approval has the title of its task. */
export function titleOf({ subject }: Pick<Notification, "subject">): string {
  return subject.title ?? "Unavailable item";
}

/** Returns the path of the task that shortcuts act on, or an empty text. */
function taskOf({ subject }: Entry): string {
  const onTask = subject.kind === "task" || subject.kind === "approval";
  return onTask && subject.reference ? taskPath(subject.reference) : "";
}

/** The activity, the number of earlier unread entries, and the most important of them. */
export function EntrySummary({ entry }: { entry: Entry }) {
  const { actor, earlier } = entry;
  return (
    <>
      {actor && <bdi class="entry-who">{actor.name}</bdi>} {describeNotification(entry)}
      {earlier.length > 0 && (
        <span class="entry-earlier">
          <Separator />
          {countEarlier(entry)}
        </span>
      )}
    </>
  );
}

/** The time of the entry, or the time it returns. */
function When({ entry, clock }: { entry: Entry; clock: PageClock }) {
  const { snoozedUntil, createdAt } = entry;
  if (snoozedUntil === null) return <Ago at={createdAt} clock={clock} />;
  const coming = Date.parse(snoozedUntil) > clock.now.getTime();
  return (
    <>
      <span class="unseen">{coming ? "Returns" : "Returned"}</span>
      {coming
        ? <Coming at={snoozedUntil} clock={clock} />
        : <Ago at={snoozedUntil} clock={clock} />}
    </>
  );
}

/** The start of the comment or approval request. */
export function Excerpt({ entry: { said } }: { entry: Entry }) {
  return said ? <p class="entry-excerpt" dir="auto">{said}</p> : null;
}

/** The buttons of a pending invitation or approval request. */
export function Answers({ entry }: { entry: Entry }): Child {
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
        Approve<span class="unseen">{` the request on ${subject.reference}`}</span>
      </button>
      <button type="submit" class="button" name="decision" value="declined">
        Decline<span class="unseen">{` the request on ${subject.reference}`}</span>
      </button>
    </form>
  );
}

/** Subjects that people can unfollow. */
const followed = ["task", "taskView", "projectView"];

/** The buttons that mark, snooze, archive, or restore an entry. */
function Marks({ entry }: { entry: Entry }) {
  const { id, readAt, archivedAt, subject } = entry;
  const action = inboxEntryPath(id);
  const of = titleOf(entry);
  return (
    <form class="entry-marks" method="post" action={action} hx-post={action}>
      {PeekButton(taskOf(entry) || action)}
      {followed.includes(subject.kind) && (
        <button
          type="submit"
          class="button optional"
          data-kind="quiet"
          data-shape="icon"
          name="act"
          value="unfollow"
          aria-label={`Unfollow: ${of}`}
          title="Unfollow"
        >
          <Icon name="bell-off" />
        </button>
      )}
      <a
        class="button"
        data-kind="quiet"
        data-shape="icon"
        href={snoozePath(id)}
        data-menu="snooze"
        aria-label={`Snooze: ${of}`}
        aria-keyshortcuts="H"
        title="Snooze (H)"
        data-row-key="h"
      >
        <Icon name="clock" />
      </a>
      {readAt === null
        ? <RowButton act="read" name="Mark as read" of={of} icon="circle-dot" press="U" />
        : <RowButton act="unread" name="Mark as unread" of={of} icon="circle-dot" press="U" />}
      {archivedAt === null
        ? <RowButton act="archive" name="Archive" of={of} icon="archive" press="E" />
        : <RowButton act="restore" name="Restore" of={of} icon="restore" press="E" />}
    </form>
  );
}
