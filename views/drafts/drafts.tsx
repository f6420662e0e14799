import type { Child } from "hono/jsx";
import type { UnsentComment } from "../../server/domain/comments/schema.ts";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { UNTITLED } from "../../server/domain/vocabulary.ts";
import { guides } from "../docs_paths.ts";
import { draftsPathFor } from "../draft_paths.ts";
import { Icon } from "../icons.tsx";
import { Main } from "../layouts/shell.tsx";
import { composePath, editTaskPath, taskMenuPath, taskPath } from "../paths.ts";
import { newCommentPath } from "../task_paths.ts";
import { PeekButton } from "../tasks/row.tsx";
import { Empty } from "../ui/empty.tsx";
import { FurtherDown, MoreEntries } from "../ui/more_entries.tsx";
import { RowButton } from "../ui/row_button.tsx";
import { Ago, type PageClock } from "../ui/time.tsx";

/** A draft, whether the viewer can change it, and whether they can edit, publish, or discard it. */
type Draft = Task & { writable: boolean; mayAct: boolean };

export interface DraftsProps {
  /** Whether the page shows all drafts instead of the viewer's own. */
  all: boolean;
  drafts: readonly Draft[];
  /** The ID of the draft that the URL opens. */
  opened: string | null;
  /** The viewer's draft comments. */
  unsent: readonly UnsentComment[];
  /** The link to more drafts. */
  more: { href: string; inPlace: boolean } | null;
  /** Whether the page starts in the middle of the drafts. */
  continued: boolean;
  clock: PageClock;
}

/** The title, and the links to the viewer's own drafts and to all drafts. */
export function DraftsBar({ all }: Pick<DraftsProps, "all">) {
  const link = (name: string, isAll: boolean) => (
    <a
      class="button"
      data-kind="quiet"
      href={draftsPathFor({ all: isAll })}
      aria-current={all === isAll ? "page" : undefined}
    >
      {name}
    </a>
  );
  return (
    <>
      <h1>Drafts</h1>
      <nav class="bar-parts" aria-label="Draft filter">
        {link("Mine", false)}
        {link("All", true)}
      </nav>
    </>
  );
}

/** The drafts, newest first, then the draft comments. */
export function DraftsMain(props: DraftsProps) {
  const { all, drafts, opened, unsent, more, continued, clock } = props;
  return (
    <Main kind="entries" list>
      {continued && (
        <FurtherDown what={all ? "all drafts" : "your drafts"} start={draftsPathFor({ all })} />
      )}
      {drafts.length === 0 && unsent.length === 0 && <NoDrafts />}
      {drafts.length > 0 && (
        <ul class="rows" aria-label="Drafts">
          {drafts.map((draft) => (
            <DraftRow draft={draft} opened={draft.id === opened} clock={clock} />
          ))}
          {more && <MoreEntries {...more} />}
        </ul>
      )}
      {unsent.length > 0 && (
        <section aria-labelledby="unsent-title">
          <h2 id="unsent-title" class="list-note">Draft comments</h2>
          <ul class="rows" aria-labelledby="unsent-title">
            {unsent.map((comment) => <UnsentRow comment={comment} clock={clock} />)}
          </ul>
        </section>
      )}
    </Main>
  );
}

function DraftRow(
  { draft, opened, clock }: { draft: Draft; opened: boolean; clock: PageClock },
) {
  const { reference, title, updatedAt, mayAct } = draft;
  const href = taskPath(reference);
  return (
    <li
      class="row entry"
      id={`row-${reference}`}
      data-task={href}
      aria-current={opened ? "true" : undefined}
    >
      <span class="entry-mark">
        <Icon name="pencil" />
      </span>
      <div class="entry-text">
        <p class="entry-subject">
          <a class="row-title" href={href} autofocus={opened}>{title}</a>
          <span class="entry-reference">{reference}</span>
        </p>
        <Lacks draft={draft} />
        {mayAct && (
          <form class="entry-answers" method="post" action={href} hx-post={href} data-next="here">
            <button type="submit" class="button" name="act" value="publish">
              Publish<span class="unseen">{` ${reference}`}</span>
            </button>
            <a class="button" data-kind="quiet" href={editTaskPath(reference, "description")}>
              Edit<span class="unseen">{` ${reference}`}</span>
            </a>
          </form>
        )}
      </div>
      <span class="entry-when">
        <Ago at={updatedAt} clock={clock} />
      </span>
      {mayAct && (
        <form class="entry-marks" method="post" action={href} hx-post={href}>
          {PeekButton(href)}
          <RowButton act="archive" name="Discard" of={title} icon="trash" press="E" />
        </form>
      )}
    </li>
  );
}

/** The parts of a draft that readers look for first, with the link that adds each. */
const lacking: readonly {
  what: string;
  isMissing(draft: Task): boolean;
  href(reference: string): string;
  menu?: "assignee" | "priority";
}[] = [
  {
    what: "title",
    isMissing: ({ title }) => title === UNTITLED,
    href: (reference) => editTaskPath(reference, "title"),
  },
  {
    what: "description",
    isMissing: ({ description }) => !description,
    href: (reference) => editTaskPath(reference, "description"),
  },
  {
    what: "assignee",
    isMissing: ({ assignee }) => assignee === null,
    href: (reference) => taskMenuPath(reference, "assignee"),
    menu: "assignee",
  },
  {
    what: "priority",
    isMissing: ({ priority }) => priority === "none",
    href: (reference) => taskMenuPath(reference, "priority"),
    menu: "priority",
  },
];

/** Lists the parts that a draft lacks. Only the title is required for publishing. */
function Lacks({ draft }: { draft: Draft }) {
  const missing = lacking.filter(({ isMissing }) => isMissing(draft));
  if (missing.length === 0) return <p class="entry-what">Ready to publish</p>;
  return (
    <p class="entry-what">
      Missing: {missing.map(({ what, href, menu }, n): Child => (
        <>
          {n > 0 && ", "}
          {(menu ? draft.writable : draft.mayAct)
            ? <a href={href(draft.reference)} data-menu={menu}>{what}</a>
            : what}
        </>
      ))}
    </p>
  );
}

/** A draft comment, with the link to continue it. */
function UnsentRow({ comment, clock }: { comment: UnsentComment; clock: PageClock }) {
  const { task: { reference, title }, body, version, savedAt } = comment;
  const href = taskPath(reference);
  return (
    <li class="row entry" id={`row-unsent-${reference}`} data-task={href}>
      <span class="entry-mark">
        <Icon name="comment" />
      </span>
      <div class="entry-text">
        <p class="entry-subject">
          <a class="row-title" href={newCommentPath(reference)}>{title}</a>
          <span class="entry-reference">{reference}</span>
        </p>
        <p class="entry-excerpt" dir="auto">{body}</p>
      </div>
      <span class="entry-when">
        <Ago at={savedAt} clock={clock} />
      </span>
      <form class="entry-marks" method="post" action={href} hx-post={href}>
        <input type="hidden" name="version" value={String(version)} />
        <RowButton act="discardUnsent" name="Discard" of={title} icon="trash" press="E" />
      </form>
    </li>
  );
}

function NoDrafts() {
  return (
    <Empty
      icon="pencil"
      title="No drafts yet"
      guide={guides.drafts}
      actions={
        <a class="button" data-kind="primary" href={composePath()} data-compose>
          Create task
        </a>
      }
    >
      Tasks that you save as drafts appear here. Until you publish them, lists hide them and nobody
      is notified.
    </Empty>
  );
}
