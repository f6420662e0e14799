import type { z } from "zod";
import type { Member } from "../core/actor.ts";
import type { Reader } from "../visibility/readers.ts";
import { deliverNotification, type ViewUpdate } from "./deliver_notifications.ts";
import type { WriteContext } from "../core/operation.ts";
import { readSubscribers, subscribedViews } from "./view_subscribers.ts";

/** How records of a kind match a list. */
export interface Matching<L, R> {
  kind: "task" | "project";
  /** The schema of a list's filters and order. */
  listing: z.ZodType<L>;
  /** Returns whether a record is in a list for at least one reader. */
  matches(listing: L, record: R): boolean;
  /** Returns whether a matching record is in the list for this reader. */
  matchesFor(listing: L, record: R, reader: Reader): boolean;
  /**
   * Returns the values of a record that decide which readers have it in a list. If they don't change, the readers don't
   * either.
   */
  sight(listing: L, record: R): string;
  /** Returns the teams that decide who can see the record. */
  teamIds(record: R): string[];
  /** Returns whether a reader can see the record in any list. */
  isSeenBy(record: R, reader: Reader): boolean;
  /** Returns whether the record is completed. */
  isCompleted(record: R): boolean;
}

/** A record before a write, or null if no list had it, and after the write. */
export interface Write<R> {
  before: R | null;
  after: R;
}

/**
 * Notifies subscribers who can see a view and a record when the record enters the view or is completed in it. Each
 * person gets one notification per act. `RULES.md`, Mentions and notifications
 * @param read reads the records before and after; only called if there are subscribers
 */
export async function notifySubscribers<L, R extends { id: string }>(
  context: WriteContext<Member>,
  matching: Matching<L, R>,
  read: (listings: L[]) => Promise<Write<R>[]>,
): Promise<void> {
  const subscribed = await subscribedViews(context, matching.kind, matching.listing);
  if (subscribed.length === 0) return;
  const written = await read(subscribed.map(({ listing }) => listing));
  const concerned = subscribed.map(({ id, listing }) => ({
    id,
    listing,
    writes: written.filter((write) =>
      gains(matching, listing, write) || completesIn(matching, listing, write)
    ),
  })).filter(({ writes }) => writes.length > 0);
  if (concerned.length === 0) return;
  const told = new Set(concerned.flatMap(({ writes }) => writes));
  const teamIds = [...told].flatMap(({ before, after }) => [after, ...(before ? [before] : [])])
    .flatMap((record) => matching.teamIds(record));
  const viewIds = concerned.map((view) => view.id);
  const readers = await readSubscribers(context, viewIds, [...new Set(teamIds)]);
  for (const view of concerned) {
    await notifyReaders(context, matching, view, readers.get(view.id)!);
  }
}

/** Notifies readers with the same result together. */
async function notifyReaders<L, R extends { id: string }>(
  context: WriteContext<Member>,
  matching: Matching<L, R>,
  { id, listing, writes }: { id: string; listing: L; writes: Write<R>[] },
  readers: Reader[],
): Promise<void> {
  const { actor } = context;
  const notified = readers.flatMap((reader) => {
    const update = updateFor(matching, listing, writes, reader);
    return update ? [{ reader: reader.id, update }] : [];
  });
  const alike = Map.groupBy(notified, ({ update }) => JSON.stringify(update));
  for (const group of alike.values()) {
    await deliverNotification(context, {
      workspaceId: actor.workspace.id,
      recipientIds: group.map(({ reader }) => reader),
      kind: "viewUpdate",
      subject: { kind: `${matching.kind}View`, id },
      actorId: actor.profile.id,
      update: group[0]!.update,
    });
  }
}

/** Returns the effects of one act's writes on a view for one reader, or null without any. */
function updateFor<L, R extends { id: string }>(
  matching: Matching<L, R>,
  listing: L,
  writes: Write<R>[],
  reader: Reader,
): ViewUpdate | null {
  let update: ViewUpdate | null = null;
  let [arrivals, completions] = [0, 0];
  for (const write of writes) {
    const came = gains(matching, listing, write) && gainsFor(matching, listing, write, reader);
    const completed = !came && completesIn(matching, listing, write) &&
      completesFor(matching, listing, write, reader);
    if (!came && !completed) continue;
    arrivals += came ? 1 : 0;
    completions += completed ? 1 : 0;
    update = { id: write.after.id, completed, arrivals, completions };
  }
  return update;
}

/** Returns whether a record might have entered a list for someone. */
function gains<L, R>(matching: Matching<L, R>, listing: L, { before, after }: Write<R>): boolean {
  if (!matching.matches(listing, after)) return false;
  if (before === null || !matching.matches(listing, before)) return true;
  return matching.sight(listing, before) !== matching.sight(listing, after);
}

/** Returns whether a record has entered the list for this reader. */
function gainsFor<L, R>(
  { matches, matchesFor }: Matching<L, R>,
  listing: L,
  { before, after }: Write<R>,
  reader: Reader,
): boolean {
  if (!matchesFor(listing, after, reader)) return false;
  return before === null || !matches(listing, before) || !matchesFor(listing, before, reader);
}

/** Returns whether a record in someone's list was completed, even if the list no longer shows it. */
function completesIn<L, R>(
  { isCompleted, matches }: Matching<L, R>,
  listing: L,
  { before, after }: Write<R>,
): boolean {
  return before !== null && isCompleted(after) && !isCompleted(before) && matches(listing, before);
}

/** Returns whether the list had the record for this reader, who can still see it. */
function completesFor<L, R>(
  { matchesFor, isSeenBy }: Matching<L, R>,
  listing: L,
  { before, after }: Write<R>,
  reader: Reader,
): boolean {
  return matchesFor(listing, before!, reader) && isSeenBy(after, reader);
}
