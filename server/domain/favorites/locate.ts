import type { Member } from "../core/actor.ts";
import { Conflict } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { locateProject } from "../projects/locate.ts";
import { locateTask } from "../tasks/locate.ts";
import { parseJson } from "../core/json.ts";
import { locateAnyTeam } from "../teams/locate.ts";
import { readView } from "../saved_views/read.ts";
import type { FavoriteKind } from "./schema.ts";

/** @throws NotFound if the record doesn't exist or the actor can't see it */
export async function locateSubject(
  context: ReadContext<Member>,
  kind: FavoriteKind,
  id: string,
): Promise<{ id: string; archived: boolean }> {
  if (kind === "view") {
    const found = await readView(context, id);
    return { id: found.id, archived: parseJson(found.json).archivedAt !== null };
  }
  const locate = { task: locateTask, project: locateProject, team: locateAnyTeam }[kind];
  const found = await locate(context, id);
  return { id: found.id, archived: found.archived_at !== null };
}

/** @throws Conflict if the record is archived, because lists of favorites leave archived records out */
export function requireUnarchived(kind: FavoriteKind, { archived }: { archived: boolean }): void {
  if (!archived) return;
  throw new Conflict(`This ${kind} is archived, so it can't be a favorite.`, {
    code: `${kind}_archived`,
    hint: `Restore the ${kind} first.`,
  });
}
