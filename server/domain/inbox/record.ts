import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { visibleProject } from "../visibility/projects.ts";
import { andUnhidden } from "../visibility/teams.ts";
import { profileJson } from "../refs/json.ts";

/** The maximum length of a comment's or request's excerpt, in characters. */
const EXCERPT = 280;
/** The maximum number of older notifications in an entry. */
const MOST_EARLIER = 10;

/** Returns the JSON object of an entry, for a query over `notifications as n` with `entryJoinsFor`. */
export function inboxEntryJson(origin: string): RawBuilder<string> {
  const at = `${origin.replaceAll("'", "''")}/workspace`;
  return sql.raw(`json_object('id', n.id, 'kind', n.kind, 'reason', n.reason,
    'workspace', json_object('id', w.id, 'name', w.name),
    'subject', json_object('kind', n.subject_kind, 'id', n.subject_id,
      'title', coalesce(t.title, view.name, own.name, n.data ->> '$.title'),
      'reference', coalesce(team.key || '-' || t.number, own.key),
      'status', coalesce(t.status, own.status),
      'url', case n.subject_kind
        when 'task' then '${at}/tasks/' || t.id
        when 'project' then '${at}/projects/' || own.id
        when 'approval' then '${at}/tasks/' || t.id
        when 'taskView' then '${at}/view/' || view.key
        when 'projectView' then '${at}/project-view/' || view.key end),
    'actor', case when by.id is null then null else ${profileJson("by")} end,
    'comment', case when c.id is null then null else
      json_object('id', c.id, 'excerpt', substr(c.body, 1, ${EXCERPT})) end,
    'approval', case when asked.id is null then null else
      json_object('id', asked.id, 'state', asked.state, 'excerpt', substr(asked.body, 1, ${EXCERPT}),
        'comment', substr(asked.comment, 1, ${EXCERPT})) end,
    'arrival', case
      when came.id is not null then json_object('kind', 'task', 'id', came.id,
        'reference', place.key || '-' || came.number, 'title', came.title,
        'url', '${at}/tasks/' || came.id)
      when plan.id is not null then json_object('kind', 'project', 'id', plan.id,
        'reference', plan.key, 'title', plan.name, 'url', '${at}/projects/' || plan.id) end,
    'arrivals', n.arrivals, 'data', json(n.data), 'earlier', (
      select json_group_array(json_object('id', e.id, 'kind', e.kind,
        'actor', case when before.id is null then null else ${profileJson("before")} end,
        'createdAt', e.created_at) order by e.id desc)
      from (select * from notifications o
        where o.recipient_id = n.recipient_id and o.subject_id = n.subject_id and o.id <> n.id
          and o.read_at is null and o.archived_at is null
        order by o.id desc limit ${MOST_EARLIER}) e
      left join profiles before on before.id = e.actor_id),
    'createdAt', n.created_at, 'readAt', n.read_at, 'archivedAt', n.archived_at,
    'snoozedUntil', n.snoozed_until)`);
}

/**
 * Returns the joins for `inboxEntryJson`. Records that entered a view have their current name, and are left out if the
 * actor can't see them anymore.
 */
export function entryJoinsFor(actor: Member): RawBuilder<unknown> {
  return sql`${joins}
    left join tasks came on n.subject_kind = 'taskView' and came.id = n.arrived_id
      ${andUnhidden(actor, "came.team_id")}
    left join teams place on place.id = came.team_id
    left join projects plan on n.subject_kind = 'projectView' and plan.id = n.arrived_id
      and ${visibleProject(actor, "plan")}`;
}

const joins = sql.raw(`
  join workspaces w on w.id = n.workspace_id
  left join approvals asked on n.subject_kind = 'approval' and asked.id = n.subject_id
  left join tasks t on t.id = iif(n.subject_kind = 'task', n.subject_id, asked.task_id)
  left join teams team on team.id = t.team_id
  left join projects own on n.subject_kind = 'project' and own.id = n.subject_id
  left join views view on n.subject_kind in ('taskView', 'projectView') and view.id = n.subject_id
  left join profiles by on by.id = n.actor_id
  left join comments c on c.id = n.comment_id and c.deleted_at is null`);
