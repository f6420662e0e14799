import type { NotificationKind } from "../../server/domain/vocabulary.ts";
import { Icon } from "../icons.tsx";
import { inboxPath } from "../inbox_paths.ts";
import { Separator } from "../ui/separator.tsx";
import { Ago, type PageClock } from "../ui/time.tsx";
import { reasonWords } from "./describe_notification.tsx";
import { Answers, type Entry, EntrySummary, Excerpt, titleOf } from "./entry.tsx";

/** The link back to the inbox. A panel has its own. */
export function EntryBar({ entry, peeked }: { entry: Entry; peeked: boolean }) {
  if (peeked) return null;
  return (
    <>
      <a
        class="button bar-back"
        data-kind="quiet"
        data-shape="icon"
        data-back
        href={inboxPath}
        aria-label="Back to inbox"
      >
        <Icon name="arrow-left" />
      </a>
      <span class="bar-reference">{entry.subject.reference ?? "Inbox"}</span>
    </>
  );
}

/** An entry on its own page. */
export function EntryContent({ entry, title: Title, clock }: {
  entry: Entry;
  /** The heading's level, which is lower in a panel. */
  title: "h1" | "h2";
  clock: PageClock;
}) {
  const { leadsTo, createdAt, earlier, kind, subject } = entry;
  return (
    <article class="detail-text">
      <Title class="detail-title">{titleOf(entry)}</Title>
      <p class="entry-what">
        <EntrySummary entry={entry} />
        <Separator />
        <Ago at={createdAt} clock={clock} />
      </p>
      <Excerpt entry={entry} />
      <Answers entry={entry} />
      {earlier.length > 0 && (
        <ul class="entry-earlier" aria-label="Earlier">
          {earlier.map(({ actor, kind, createdAt }) => (
            <li>
              <bdi class="entry-who">{actor?.name ?? unnamed[kind] ?? "Someone"}</bdi>{" "}
              {reasonWords[kind]} <Ago at={createdAt} clock={clock} />
            </li>
          ))}
        </ul>
      )}
      {leadsTo && (
        <p class="form-actions">
          <a class="button" href={leadsTo}>
            {kind === "reminder" ? "Write an update" : leads[subject.kind] ?? "Open"}
          </a>
        </p>
      )}
    </article>
  );
}

/** Names of the link to the subject, by its kind. */
const leads: Partial<Record<string, string>> = {
  task: "Open the task",
  approval: "Open the task",
  project: "Open the project",
  taskView: "Open the view",
};

/** The subject of entries without an actor. */
const unnamed: Partial<Record<NotificationKind, string>> = { reminder: "The project" };
