import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { visibleProject } from "../visibility/projects.ts";
import { isHidden } from "../visibility/teams.ts";
import { activityKinds, type KindEntry, type SubjectKind } from "./kinds.ts";
import type { IdPlace, Nameable } from "./shapes.ts";

/** The records `named` that can be hidden from someone, with the condition that they are. */
type Hidden = (actor: Member) => { rows: RawBuilder<unknown>; hidden: RawBuilder<unknown> };

/** The kinds of records that can be hidden. All others are visible to everyone who can see the subject. */
const hideable: Readonly<Partial<Record<Nameable, Hidden>>> = {
  team: (actor) => ({ rows: sql`teams named`, hidden: isHidden(actor, "named.id") }),
  task: (actor) => ({
    rows: sql`tasks named`,
    hidden: isHidden(actor, "named.team_id"),
  }),
  project: (actor) => ({
    rows: sql`projects named`,
    hidden: sql`not ${visibleProject(actor, "named")}`,
  }),
  milestone: (actor) => ({
    rows: sql`milestones named join projects around on around.id = named.project_id`,
    hidden: sql`not ${visibleProject(actor, "around")}`,
  }),
};

/**
 * Returns the condition that no record named in entries `h` is hidden from the actor. Without hidden teams, there is no
 * condition. Otherwise, only entries whose kind can name hidden records cost a lookup.
 * @param subject the subject of the entries
 */
export function visibleHistory(actor: Member, subject: SubjectKind): RawBuilder<unknown> {
  if (actor.hiddenTeamIds.length === 0) return sql``;
  const naming = activityKinds.filter((entry) =>
    entry.subject === subject && entry.mentions.some(({ names }) => hideable[names])
  );
  if (naming.length === 0) return sql``;
  const cases = naming.map((entry) =>
    sql`when ${sql.lit(entry.kind)} then ${namesHidden(actor, entry)}`
  );
  return sql`and not case h.kind ${sql.join(cases, sql` `)} else 0 end`;
}

/** Returns whether an entry of a kind names something that is hidden from the actor. */
function namesHidden(actor: Member, { mentions }: KindEntry): RawBuilder<unknown> {
  const nouns = [...new Set(mentions.map(({ names }) => names))];
  const found = nouns.flatMap((noun) => {
    const places = mentions.filter(({ names }) => names === noun);
    const kept = hideable[noun]?.(actor);
    return kept
      ? [sql`exists (select 1 from ${kept.rows} where (${named(places)}) and ${kept.hidden})`]
      : [];
  });
  return sql`(${sql.join(found, sql` or `)})`;
}

/** Returns whether a record `named` is in one of an entry's places. */
function named(places: IdPlace[]): RawBuilder<unknown> {
  const single = places.filter(({ list }) => list === undefined)
    .map(({ path }) => sql`h.data ->> ${sql.lit(path)}`);
  const listed = places.flatMap(({ path, list }) =>
    list === undefined ? [] : [sql`named.id in (
      select ${path === "$" ? sql`item.value` : sql`item.value ->> ${sql.lit(path)}`}
      from json_each(h.data, ${sql.lit(list)}) item)`]
  );
  const ids = single.length > 0 ? [sql`named.id in (${sql.join(single)})`] : [];
  return sql.join([...ids, ...listed], sql` or `);
}
