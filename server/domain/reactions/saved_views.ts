import type { z } from "zod";
import type { Member } from "../core/actor.ts";
import type { Reader } from "../visibility/readers.ts";
import { notify } from "./notify.ts";
import type { WriteContext } from "../core/operation.ts";
import { readSubscribers, subscribedViews } from "./subscriptions.ts";

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
 * Tells those who subscribed to a view, and see both the view and the record, that a record has come into it: it is
 * in the view for them now and was not before. `RULES.md`, Vocabularies: saved-view update
 * @param id the record's
 * @param read reads the record as it was and is; only called when anybody subscribed to anything
 */
export async function notifySubscribers<L, R>(
  context: WriteContext<Member>,
  matching: Matching<L, R>,
  id: string,
  read: (listings: L[]) => Promise<Write<R>>,
): Promise<void> {
  const { actor } = context;
  const subscribed = await subscribedViews(context, matching.kind, matching.listing);
  if (subscribed.length === 0) return;
  const write = await read(subscribed.map(({ listing }) => listing));
  const gaining = subscribed.filter(({ listing }) => gains(matching, listing, write));
  if (gaining.length === 0) return;
  const teamIds = [write.after, write.before].flatMap((one) => one ? matching.teamIds(one) : []);
  const viewIds = gaining.map((view) => view.id);
  const readers = await readSubscribers(context, viewIds, [...new Set(teamIds)]);
  for (const view of gaining) {
    const { listing } = view;
    await notify(context, {
      workspaceId: actor.workspace.id,
      recipientIds: readers.get(view.id)!
        .filter((reader) => gainsFor(matching, listing, write, reader)).map((reader) => reader.id),
      kind: "viewUpdate",
      subject: { kind: `${matching.kind}View`, id: view.id },
      actorId: actor.profile.id,
      arrivedId: id,
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
