import type { Db } from "../../../server/domain/core/operation.ts";
import type { FullCast } from "../support/full_cast.ts";
import { type Copies, copyOf, copyRows, repeated, wideName } from "./copies.ts";

/** More than a page or a response contains. */
const COMMENTS = 120;
const PEOPLE = 300;
/** The number of records with a description of 100,000 characters: enough for a list beyond the maximum response. */
const LARGE = 30;
const VIEWS = 1_000;
const SUBSCRIBERS = 4;
/** People can save 200 views and subscribe to 50. Rows of the gates add some. */
const VIEWS_EACH = 150;
const SUBSCRIPTIONS_EACH = 40;

/** Copies a comment and its activity. */
export async function multiplyComments(tx: Db, taskId: string, commentId: string): Promise<void> {
  await copyRows(tx, { table: "comments", of: `s.id = '${commentId}'`, count: COMMENTS });
  const own = copyOf(`'${commentId}'`);
  await copyRows(tx, {
    table: "activity",
    of: `s.subject_id = '${taskId}' and s.data like '%${commentId}%'`,
    count: COMMENTS,
    set: {
      data: `replace(s.data, '${commentId}', ${own})`,
      undo: `replace(s.undo, '${commentId}', ${own})`,
      act_id: copyOf("s.act_id"),
    },
  });
}

/** Copies records of all kinds except tasks. */
export async function multiplyRecords(tx: Db, fullCast: FullCast): Promise<void> {
  const all = [...people(fullCast), ...settings(fullCast), ...plans(fullCast), ...views(fullCast)];
  for (const copies of all) await copyRows(tx, copies);
}

const unique = { name: wideName, name_key: wideName };
const description = `iif(n <= ${LARGE}, ${repeated("a", 100_000)}, null)`;
const is = (id: string | undefined) => `s.id = '${id}'`;

const before = "'2026-01-01T00:00:00.000Z'";

function people({ ada, ids, workspaceId }: FullCast): Copies[] {
  const [me, user] = [ada.member.profile.id, ada.member.userId];
  const mine = `s.profile_id = '${me}'`;
  const theirs = { profile_id: copyOf("s.profile_id") };
  return [
    { table: "users", of: is(user), count: PEOPLE, set: { email: "'w' || n || '@example.com'" } },
    {
      table: "profiles",
      of: is(me),
      count: PEOPLE,
      set: {
        name: wideName,
        username: "'w' || n",
        user_id: copyOf("s.user_id"),
        role: "'member'",
        title: repeated("W", 80),
        bio: repeated("a", 2_000),
      },
    },
    { table: "team_members", of: mine, count: PEOPLE, set: { ...theirs, role: "'member'" } },
    {
      table: "task_follows",
      of: `s.task_id = '${ids.task}' and ${mine}`,
      count: PEOPLE,
      set: theirs,
    },
    {
      table: "invitations",
      of: is(ids.invitation),
      count: 300,
      // Records from today count toward a limit
      set: { email: "'i' || n || s.email", created_at: before, sent_at: before },
    },
    { table: "sessions", of: `s.user_id = '${user}'`, count: 40 },
    { table: "audit", of: `s.workspace_id = '${workspaceId}'`, count: 150 },
  ];
}

function settings({ ids, ada }: FullCast): Copies[] {
  return [
    {
      table: "teams",
      of: is(ids.support),
      count: 200,
      set: { name: wideName, key: "'W' || n", description: repeated("a", 2_000) },
    },
    {
      table: "favorites",
      of: `s.profile_id = '${ada.member.profile.id}' and s.kind = 'team'`,
      count: 200,
      set: { subject_id: copyOf(`'${ids.support}'`) },
    },
    { table: "task_labels", of: is(ids.label), count: 300, set: unique },
    { table: "project_labels", of: is(ids.projectLabel), count: 300, set: unique },
    { table: "workflows", of: is(ids.workflow), count: 60, set: { ...unique, is_default: "0" } },
    {
      table: "workflow_states",
      of: `s.workflow_id = '${ids.workflow}'`,
      count: 60,
      set: { id: copyOf("s.id", "n + 1000 * s.position"), workflow_id: copyOf("s.workflow_id") },
    },
    {
      table: "task_templates",
      of: is(ids.taskTemplate),
      count: 120,
      set: { ...unique, description },
    },
    {
      table: "project_templates",
      of: is(ids.projectTemplate),
      count: 120,
      set: {
        ...unique,
        description: repeated("W", 300),
        defaults: `json_set(s.defaults, '$.description', ${description})`,
      },
    },
  ];
}

function plans({ ids, ada }: FullCast): Copies[] {
  const link = `'https://example.com/' || n || '/' || ${repeated("W", 1_900)}`;
  return [
    {
      table: "projects",
      of: is(ids.otherProject),
      count: 300,
      set: { name: wideName, key: "s.key || '-' || n", description, summary: repeated("W", 200) },
    },
    { table: "project_updates", of: "true", count: 60 },
    {
      table: "milestones",
      of: is(ids.milestone),
      count: 90,
      set: { ...unique, position: "100 + n", description },
    },
    {
      table: "approvals",
      of: `s.task_id = '${ids.task}' and s.approver_id = '${ids.bao}'`,
      count: 100,
      set: { approver_id: copyOf(`'${ada.member.profile.id}'`) },
    },
    {
      table: "task_resources",
      of: is(ids.resource),
      count: 90,
      set: { url: link, title: repeated("W", 200) },
    },
  ];
}

/** Copies views of many people, each with other subscribers. */
function views({ ids, ada }: FullCast): Copies[] {
  const me = `'${ada.member.profile.id}'`;
  const person = (n: string) => `iif(${n} = 0, ${me}, ${copyOf(me, n)})`;
  const subscriptions = Array.from({ length: SUBSCRIBERS }, (_, nth): Copies => ({
    table: "view_subscriptions",
    of: `s.view_id = '${ids.view}'`,
    count: VIEWS,
    set: {
      view_id: copyOf("s.view_id"),
      profile_id: person(`n / ${SUBSCRIPTIONS_EACH} + ${nth * VIEWS / SUBSCRIPTIONS_EACH}`),
    },
  }));
  return [
    {
      table: "views",
      of: is(ids.view),
      count: VIEWS,
      set: {
        name: wideName,
        key: "'w' || n",
        description: repeated("a", 2_000),
        owner_id: person(`n / ${VIEWS_EACH}`),
        subscribers: "0",
        filters: `'{"q":"aaaa","priority":["high","urgent"]}'`,
      },
    },
    ...subscriptions,
  ];
}
