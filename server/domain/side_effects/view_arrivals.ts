import type { z } from "zod";
import type { Member } from "../core/actor.ts";
import type { Reader } from "../visibility/readers.ts";
import { deliverNotification } from "./deliver.ts";
import type { WriteContext } from "../core/operation.ts";
import { readSubscribers, subscribedViews } from "./view_subscribers.ts";

/** How records of a kind stand to what a list of them asks for. */
export interface Matching<L, R> {
  kind: "task" | "project";
  /** What a view's filters and sorting become. */
  listing: z.ZodType<L>;
  /** Whether a record is in a list for somebody at least: as far as it doesn't depend on who looks. */
  matches(listing: L, record: R): boolean;
  /** Whether one that matches is in the list for this reader too. */
  matchesFor(listing: L, record: R, reader: Reader): boolean;
  /** What of a record decides for whom it is in a list: where that stays the same, it stays so for everybody. */
  sight(listing: L, record: R): string;
  /** The teams that decide who sees it. */
  teamIds(record: R): string[];
}

/** A record before a write, null where no list had it, and after it. */
export interface Write<R> {
  before: R | null;
  after: R;
}

/**
 * Tells those who subscribed to a view, and see both the view and a record, that records have come into it: they are
 * in the view for them now and were not before. Of all that one act brought they hear once.
 * `RULES.md`, Vocabularies: saved-view update
 * @param read reads the records as they were and are; only called when anybody subscribed to anything
 */
export async function notifySubscribers<L, R extends { id: string }>(
  context: WriteContext<Member>,
  matching: Matching<L, R>,
  read: (listings: L[]) => Promise<Write<R>[]>,
): Promise<void> {
  const subscribed = await subscribedViews(context, matching.kind, matching.listing);
  if (subscribed.length === 0) return;
  const written = await read(subscribed.map(({ listing }) => listing));
  const gaining = subscribed.map(({ id, listing }) => ({
    id,
    listing,
    writes: written.filter((write) => gains(matching, listing, write)),
  })).filter(({ writes }) => writes.length > 0);
  if (gaining.length === 0) return;
  const gained = new Set(gaining.flatMap(({ writes }) => writes));
  const teamIds = [...gained].flatMap(({ before, after }) => [after, ...(before ? [before] : [])])
    .flatMap((record) => matching.teamIds(record));
  const viewIds = gaining.map((view) => view.id);
  const readers = await readSubscribers(context, viewIds, [...new Set(teamIds)]);
  for (const view of gaining) {
    await notifyOfArrivals(context, matching, view, readers.get(view.id)!);
  }
}

/** Those who are told of the same arrivals of a view are told together. */
async function notifyOfArrivals<L, R extends { id: string }>(
  context: WriteContext<Member>,
  matching: Matching<L, R>,
  { id, listing, writes }: { id: string; listing: L; writes: Write<R>[] },
  readers: Reader[],
): Promise<void> {
  const { actor } = context;
  const notified = readers.flatMap((reader) => {
    const came = writes.filter((write) => gainsFor(matching, listing, write, reader));
    const last = came.at(-1)?.after.id;
    return last ? [{ reader: reader.id, arrived: { id: last, count: came.length } }] : [];
  });
  const alike = Map.groupBy(notified, ({ arrived }) => `${arrived.id} ${arrived.count}`);
  for (const group of alike.values()) {
    await deliverNotification(context, {
      workspaceId: actor.workspace.id,
      recipientIds: group.map(({ reader }) => reader),
      kind: "viewUpdate",
      subject: { kind: `${matching.kind}View`, id },
      actorId: actor.profile.id,
      arrived: group[0]!.arrived,
    });
  }
}

/** Whether a record can have come into a list for anybody. */
function gains<L, R>(matching: Matching<L, R>, listing: L, { before, after }: Write<R>): boolean {
  if (!matching.matches(listing, after)) return false;
  if (before === null || !matching.matches(listing, before)) return true;
  return matching.sight(listing, before) !== matching.sight(listing, after);
}

/** Whether it has for this reader, of a list that can have gained it. */
function gainsFor<L, R>(
  { matches, matchesFor }: Matching<L, R>,
  listing: L,
  { before, after }: Write<R>,
  reader: Reader,
): boolean {
  if (!matchesFor(listing, after, reader)) return false;
  return before === null || !matches(listing, before) || !matchesFor(listing, before, reader);
}
