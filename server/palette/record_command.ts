import type { Member } from "../domain/core/actor.ts";
import { addFavorite, removeFavorite } from "../domain/favorites/mark.ts";
import type { FavoriteKind } from "../domain/favorites/schema.ts";
import { within, type WriteContext } from "../domain/core/operation.ts";

/** A command on a record. It runs the same operations as the other interfaces. */
export interface RecordCommand<R> {
  /** Whether the command takes a value, such as an assignee. */
  takes: "value" | "nothing";
  /** Runs within the context's transaction. */
  run(context: WriteContext<Member>, record: R, value: string): Promise<unknown>;
  /** The result, for a toast. */
  message(after: R, before: R, value: string): string;
  /** The page to open afterward. Defaults to the record. */
  leads?: string;
}

/** The commands of a kind of record, by name. */
export type RecordCommands<R> = Record<string, RecordCommand<R>>;

/** Creates the commands that add favorites and remove them, which are the same for every kind. */
export function pinning<R extends { id: string }>(
  kind: FavoriteKind,
  title: (record: R) => string,
): RecordCommands<R> {
  return {
    [`${kind}.favorite`]: {
      takes: "nothing",
      run: (context, { id }) => within(context, addFavorite, { kind, id }),
      message: (record) => `${title(record)} added to favorites`,
    },
    [`${kind}.unfavorite`]: {
      takes: "nothing",
      run: (context, { id }) => within(context, removeFavorite, { kind, id }),
      message: (record) => `${title(record)} removed from favorites`,
    },
  };
}
