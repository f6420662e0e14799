import { type RawBuilder, sql } from "kysely";
import { type Member, workspaceRoles } from "../core/actor.ts";
import { priorities, projectStatuses } from "../vocabulary.ts";
import { viewKinds, viewScopes } from "../saved_views/schema.ts";
import type { SmallKind } from "../text/documents.ts";
import {
  anyOf,
  isOneOf,
  type Meaning,
  MOST_HAVING,
  narrowing,
  saidOf,
  type Word,
} from "./meaning.ts";

/** Returns the properties of projects, people, teams, or views that a word can mean, or null without any. */
export const smallKindMeaning: Record<SmallKind, (actor: Member, word: Word) => Meaning | null> = {
  project: projectMeaning,
  person: personMeaning,
  team: (_actor, word) => narrowing(word, ["team", "teams"]),
  view: viewMeaning,
};

/** Matches projects by their lead, members, labels, teams, status and priority. */
function projectMeaning(actor: Member, word: Word): Meaning | null {
  const { person, projectLabel, team } = word.named;
  const ranks = saidOf(word, priorities.slice(1)).map((one) => priorities.indexOf(one));
  const property = properties(sql`
    select id from projects where workspace_id = ${actor.workspace.id} and archived_at is null
    order by id desc limit ${sql.lit(MOST_HAVING)}`);
  return anyOf([
    property(person, (ids) => isOneOf("r.lead_id", ids)),
    property(person, (ids) => linked("project_members", "project_id", "profile_id", ids)),
    property(projectLabel, (ids) => linked("project_label_links", "project_id", "label_id", ids)),
    property(team, (ids) => linked("project_teams", "project_id", "team_id", ids)),
    property(saidOf(word, projectStatuses), (all) => isOneOf("r.status", all)),
    property(ranks, (all) => isOneOf("r.priority", all)),
    narrowing(word, ["project", "projects"]),
    narrowing(word, ["assign", "assigned", "lead"], sql`r.lead_id is not null`),
  ]);
}

/** Matches people and agents by their role and their teams. */
function personMeaning(actor: Member, word: Word): Meaning | null {
  const property = properties(sql`
    select id from profiles where workspace_id = ${actor.workspace.id} and removed_at is null
    order by id desc limit ${sql.lit(MOST_HAVING)}`);
  return anyOf([
    property(saidOf(word, workspaceRoles), (roles) => isOneOf("r.role", roles)),
    property(saidOf(word, ["agents"]), () => sql`r.kind = 'agent'`),
    property(word.named.team, (ids) => linked("team_members", "profile_id", "team_id", ids)),
    narrowing(word, ["person", "people"]),
  ]);
}

/** Matches views by their owner, their scope and its team or project, and their kind (tasks or projects). */
function viewMeaning(actor: Member, word: Word): Meaning | null {
  const { person, project, team } = word.named;
  const property = properties(sql`
    select id from views where workspace_id = ${actor.workspace.id} and archived_at is null
    order by id desc limit ${sql.lit(MOST_HAVING)}`);
  return anyOf([
    property(person, (ids) => isOneOf("v.owner_id", ids)),
    property(team, (ids) => isOneOf("v.team_id", ids)),
    property(project, (ids) => isOneOf("v.project_id", ids)),
    property(saidOf(word, viewScopes), (scopes) => isOneOf("v.scope", scopes)),
    property(saidOf(word, viewKinds), (kinds) => isOneOf("v.kind", kinds)),
    narrowing(word, ["view", "views"]),
  ]);
}

/** Properties of a kind with so few records that the newest of all of them are checked. */
function properties(newest: RawBuilder<unknown>) {
  return <T>(
    values: readonly T[],
    holds: (values: readonly T[]) => RawBuilder<unknown>,
  ): Meaning | null =>
    values.length === 0 ? null : { holds: holds(values), newest: [newest], breadth: 1 };
}

/** Returns the condition that a table of links joins the record `r` to one of some other records. */
function linked(table: string, own: string, other: string, ids: readonly unknown[]) {
  return sql`exists (select 1 from ${sql.raw(table)} k
    where k.${sql.raw(own)} = r.id and ${isOneOf(`k.${other}`, ids)})`;
}
