import type { Task } from "../../server/domain/tasks/schema.ts";
import { draftsPath } from "../draft_paths.ts";
import { Icon } from "../icons.tsx";
import { Main } from "../layouts/shell.tsx";
import { composePath, taskPath } from "../paths.ts";
import { Empty } from "../ui/empty.tsx";
import { FurtherDown, MoreEntries } from "../ui/more_entries.tsx";
import { RowButton } from "../ui/row_button.tsx";
import { Ago, type PageClock } from "../ui/time.tsx";

/** A draft, and whether who looks may publish or discard it. */
type Draft = Task & { mayAct: boolean };

export interface DraftsProps {
  drafts: readonly Draft[];
  /** The way to more of them. */
  more: { href: string; inPlace: boolean } | null;
  /** Whether the page begins in the middle. */
  continued: boolean;
  clock: PageClock;
}

export function DraftsBar() {
  return <h1>Drafts</h1>;
}

/** The drafts, newest first, or what stands in their place. */
export function DraftsMain({ drafts, more, continued, clock }: DraftsProps) {
  return (
    <Main kind="entries" list>
      {continued && <FurtherDown what="the drafts" start={draftsPath} />}
      {drafts.length === 0 ? <NoDrafts /> : (
        <ul class="rows" aria-label="Drafts">
          {drafts.map((draft) => <DraftRow draft={draft} clock={clock} />)}
          {more && <MoreEntries {...more} />}
        </ul>
      )}
    </Main>
  );
}

function DraftRow({ draft, clock }: { draft: Draft; clock: PageClock }) {
  const { reference, title, updatedAt, mayAct } = draft;
  const href = taskPath(reference);
  return (
    <li class="row entry" id={`row-${reference}`} data-task={href}>
      <span class="entry-mark">
        <Icon name="pencil" />
      </span>
      <div class="entry-text">
        <p class="entry-subject">
          <a class="row-title" href={href}>{title}</a>
          <span class="entry-reference">{reference}</span>
        </p>
        <Lacks draft={draft} />
        {mayAct && (
          <form class="entry-answers" method="post" action={href} hx-post={href} data-next="here">
            <button type="submit" class="button" name="act" value="publish">
              Publish<span class="unseen">{` ${reference}`}</span>
            </button>
          </form>
        )}
      </div>
      <span class="entry-when">
        <Ago at={updatedAt} clock={clock} />
      </span>
      {mayAct && (
        <form class="entry-marks" method="post" action={href} hx-post={href}>
          <RowButton act="archive" name="Discard" of={title} icon="trash" press="E" />
        </form>
      )}
    </li>
  );
}

const lacking = [
  ["a description", ({ description }: Task) => !description],
  ["somebody to do it", ({ assignee }: Task) => assignee === null],
  ["a priority", ({ priority }: Task) => priority === "none"],
] as const;

/** What a reader would miss if it were published now: it can be all the same. */
function Lacks({ draft }: { draft: Draft }) {
  const missing = lacking.filter(([, isMissing]) => isMissing(draft)).map(([what]) => what);
  if (missing.length === 0) return <p class="entry-what">Has all that others look for first.</p>;
  const [last, ...others] = missing.toReversed();
  const words = others.length > 0 ? `${others.toReversed().join(", ")} and ${last}` : last;
  return <p class="entry-what">Still without {words}.</p>;
}

function NoDrafts() {
  return (
    <Empty
      icon="pencil"
      title="No drafts"
      actions={
        <a class="button" data-kind="primary" href={composePath()} data-compose>
          Start one
        </a>
      }
    >
      What is saved as a draft waits here: lists leave it out and nobody hears of it until it is
      published.
    </Empty>
  );
}
