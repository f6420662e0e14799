import type { Child } from "hono/jsx";
import type { Activity } from "../../server/domain/activity/schema.ts";
import { Icon } from "../icons.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Separator } from "../ui/separator.tsx";
import { Ago, type PageClock } from "../ui/time.tsx";
import { Aside } from "./aside.tsx";
import { wholeDetail } from "./open_link.tsx";

/** Returns whether the viewer made a change and can still undo it. `RULES.md`, Tasks */
export function isUndoableBy(
  { actor, undoableUntil }: Activity,
  viewerId: string,
  clock: PageClock,
): boolean {
  if (actor?.id !== viewerId || undoableUntil === null) return false;
  const until = Date.parse(undoableUntil);
  if (until <= clock.now.getTime()) return false;
  clock.until = Math.min(clock.until, until);
  return true;
}

/** An entry of a record's activity: actor, change, and time. */
export function HistoryEntry({ entry, id = entry.id, says, by, isUndone, clock, children }: {
  entry: Activity;
  /** The ID of its sentence. */
  id?: string;
  says: Child;
  /** The source of a change besides its interface. */
  by?: Child;
  isUndone: boolean;
  clock: PageClock;
  /** Content below the line. */
  children?: Child;
}) {
  const { actor, createdAt } = entry;
  return (
    <li class="event" id={entry.id}>
      <ActorMark entry={entry} />
      <p>
        <strong>{actor?.name ?? "Backlog"}</strong>
        {actor?.kind === "agent" && <Aside>agent</Aside>} <span id={`told-${id}`}>{says}</span>
        <InterfaceNote entry={entry} />
        {by}
        {isUndone && <Undone />}
        <Separator />
        <Ago at={createdAt} clock={clock} />
      </p>
      {children}
    </li>
  );
}

/** The actor's avatar. */
export function ActorMark({ entry: { actor } }: { entry: Activity }) {
  return actor ? <Avatar person={actor} /> : <Icon name="bot" />;
}

/** Names the interface of a change, if it wasn't the web. */
export function InterfaceNote({ entry: { interface: source } }: { entry: Activity }) {
  if (source === "api") return <Aside>via the API</Aside>;
  return source === "cli" ? <Aside>via the command line</Aside> : null;
}

/** Marks an undone change. */
export const Undone = () => <Aside>(undone)</Aside>;

/** The button that undoes a change. @param props.told the ID of the sentence, which completes the button's name */
export function UndoForm({ id, action, word = "Undo", told, children }: {
  id: string;
  action: string;
  word?: "Undo" | "Redo";
  told: string;
  /** More fields of the form. */
  children?: Child;
}) {
  const button = `press-${id}`;
  return (
    <form class="event-undo" id={`undo-${id}`} method="post" action={action} hx-post={action}>
      {children}
      <button
        type="submit"
        class="link"
        id={button}
        name="act"
        value="undo"
        aria-label={`${word}:`}
        aria-labelledby={`${button} ${told}`}
      >
        {word}
      </button>
    </form>
  );
}

/** The link to earlier entries. @param props.inPlace whether they appear on the same page */
export function EarlierLink({ id, href, inPlace, children }: {
  id: string;
  href: string;
  inPlace: boolean;
  children: Child;
}) {
  const place = inPlace
    ? { "hx-get": href, "hx-target": wholeDetail, "hx-replace-url": "true", "data-next": "here" }
    : {};
  return (
    <li class="timeline-way">
      <a id={id} href={href} {...place}>{children}</a>
    </li>
  );
}
