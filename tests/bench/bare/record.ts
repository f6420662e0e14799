import { priorities } from "../../../server/domain/tasks/schema.ts";

/*
 * A task's JSON, written by hand and in one piece: what a program that does nothing else would send. The bench
 * compares its bytes with the product's before it measures anything.
 */

const priorityName = `case t.priority ${
  priorities.map((word, n) => `when ${n} then '${word}'`).join(" ")
} end`;

/** A profile's JSON object, from the alias of its table. */
export function profile(alias: string): string {
  return `json_object('id', ${alias}.id, 'name', ${alias}.name, 'username', ${alias}.username,
    'kind', ${alias}.kind)`;
}

/** @param origin the public origin, from which a task's `url` is made */
export function members(origin: string): string {
  return `
  'id', t.id, 'reference', team.key || '-' || t.number, 'number', t.number,
  'title', t.title, 'description', t.description, 'status', t.status,
  'state', json_object('id', state.id, 'name', state.name, 'status', state.status),
  'priority', ${priorityName}, 'teamId', t.team_id, 'projectId', t.project_id,
  'milestoneId', t.milestone_id, 'parentId', t.parent_id, 'assigneeId', t.assignee_id,
  'assignee', case when assignee.id is null then null else ${profile("assignee")} end,
  'creatorId', t.creator_id, 'deadlineAt', t.deadline_at,
  'tags', (select json_group_array(l.name order by l.name collate nocase)
    from task_label_links k join task_labels l on l.id = k.label_id where k.task_id = t.id),
  'labels', (select json_group_array(json_object('id', l.id, 'name', l.name, 'color', l.color)
      order by l.name collate nocase)
    from task_label_links k join task_labels l on l.id = k.label_id where k.task_id = t.id),
  'draft', json(iif(t.draft, 'true', 'false')), 'version', t.version,
  'createdAt', t.created_at, 'updatedAt', t.updated_at, 'completedAt', t.completed_at,
  'archivedAt', t.archived_at, 'url', '${origin}/workspace/tasks/' || t.id`;
}

export const joins = `
  join teams team on team.id = t.team_id
  join workflow_states state on state.id = t.state_id
  left join profiles assignee on assignee.id = t.assignee_id`;

function reference(alias: string): string {
  return `json_object('id', ${alias}.id, 'reference',
    (select key from teams where id = ${alias}.team_id) || '-' || ${alias}.number,
    'title', ${alias}.title, 'status', ${alias}.status)`;
}

/** What the whole record of one task has beyond a list's. */
export const detail = `
  'creator', ${profile("creator")},
  'parent', (select ${reference("p")} from tasks p where p.id = t.parent_id),
  'children', (select json_group_array(${reference("c")} order by c.id)
    from tasks c where c.parent_id = t.id and c.archived_at is null),
  'relations', (select json_group_array(json_object('kind', r.kind, 'task', ${reference("o")})
      order by r.kind, o.id)
    from (select kind, other_id from task_relations where task_id = t.id
      union all select iif(kind = 'blocks', 'blockedBy', kind), task_id
      from task_relations where other_id = t.id and kind <> 'duplicates') r
    join tasks o on o.id = r.other_id),
  'comments', (select json_group_array(json_object('id', c.id, 'body', c.body,
      'author', ${profile("author")}, 'createdAt', c.created_at, 'editedAt', c.edited_at)
      order by c.id)
    from comments c join profiles author on author.id = c.author_id
    where c.task_id = t.id and c.deleted_at is null),
  'activity', (select json_group_array(json_object('id', h.id, 'kind', h.kind,
      'actor', case when by.id is null then null else ${profile("by")} end,
      'door', h.door, 'data', json(h.data), 'createdAt', h.created_at) order by h.seq)
    from (select * from activity where subject_id = t.id order by seq desc limit 200) h
    left join profiles by on by.id = h.actor_id)`;
