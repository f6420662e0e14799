import type Native from "libsql";
import { COUNTED_UP_TO } from "../../../server/domain/tasks/group.ts";
import type { Task, TaskDetail } from "../../../server/domain/tasks/schema.ts";
import { taskStatuses } from "../../../server/domain/vocabulary.ts";
import type { Team } from "../../../server/domain/teams/schema.ts";
import { readMarkdown } from "../../../server/domain/text/markdown.ts";
import { loadAssets } from "../../../server/http/assets.ts";
import type { ShellFrame } from "../../../views/layouts/frame.ts";
import { Main, Shell } from "../../../views/layouts/shell.tsx";
import { mainPagesFor } from "../../../views/layouts/main_pages.ts";
import { Sidebar } from "../../../views/layouts/sidebar.tsx";
import { type ShownTexts, writeMarkdown } from "../../../views/markdown.tsx";
import { listPath, taskPath, tasksPath } from "../../../views/paths.ts";
import { TaskDetailBar, TaskDetailContent } from "../../../views/tasks/detail.tsx";
import type { ListGroup } from "../../../views/tasks/group.tsx";
import { TaskListBar, TaskListMain, type TaskListProps } from "../../../views/tasks/list.tsx";
import { TaskRow } from "../../../views/tasks/row.tsx";
import { Formats } from "../../../views/ui/formats.ts";
import { type PageClock, pageClock } from "../../../views/ui/time.tsx";
import { statusWords } from "../../../views/ui/words.ts";
import { cursorBehind, type Reads, TASKS } from "./reads.ts";
import { joins, members } from "./record.ts";
import { firstLook, firstPreferences } from "../../../server/domain/preferences/schema.ts";

/** The bare pages: the product's components over the same rows, for a viewer who is read once at the start. */
export interface Pages {
  list(): Promise<string>;
  task(id: string): Promise<string>;
}

/** The product's first rows of a group, and the groups that it shows folded. */
const FIRST_ROWS = 25;
const folded = new Set<string>(["completed", "cancelled"]);

interface Viewer {
  profileId: string;
  name: string;
  email: string;
  workspaceId: string;
  workspaceName: string;
}

/** @param username whose session the product is asked with */
export function preparePages(
  database: Native.Database,
  reads: Reads,
  origin: string,
  username: string,
): Pages {
  const viewer = readViewer(database, username);
  const teams = readTeams(database, viewer);
  const { urls: assets } = loadAssets();
  const group = prepareGroup(database, origin, viewer.workspaceId);
  const formats = new Formats();
  const clockNow = () => pageClock(formats, new Date(), "UTC");
  const workspace = { id: viewer.workspaceId, name: viewer.workspaceName };
  const frame = (here: string): ShellFrame => ({
    viewerId: null,
    server: { origin: "", version: "" },
    preferences: firstPreferences,
    assets,
    workspace,
    who: "members",
    sidebar: (
      <Sidebar
        {...{ viewer: { ...viewer, color: null }, workspace, workspaces: [workspace], here }}
        teams={teams.map((team) => ({ ...team, href: listPath({ teamId: team.id }) }))}
        mainPages={mainPagesFor("members", false)}
        counts={{ unread: { count: 0, more: false } }}
        favorites={[]}
        views={[]}
        state="open"
        folded={[]}
      />
    ),
    toast: null,
    seen: undefined,
  });
  return {
    async list() {
      const clock = clockNow();
      const groups = taskStatuses.flatMap((status) => group(status, clock) ?? []);
      const count = groups.reduce((sum, one) => sum + one.count, 0);
      const listing: TaskListProps = {
        shown: null,
        mayChange: false,
        gone: [],
        query: {},
        chips: [],
        groups,
        invalid: null,
        total: { count, more: true },
        look: { ...firstLook, list: "all" },
        mostSelected: 250,
      };
      const page = (
        <Shell
          frame={frame(tasksPath)}
          title="Tasks"
          bar={<TaskListBar {...listing} title="Tasks" favorite={null} seesRoadmap />}
        >
          <TaskListMain {...listing} />
        </Shell>
      );
      return (await page).toString();
    },
    async task(id) {
      const clock = clockNow();
      const task = JSON.parse(reads.task(id)!) as TaskDetail;
      const team = teams.find((one) => one.id === task.teamId);
      const page = (
        <Shell
          frame={frame(taskPath(task.reference))}
          title={`${task.reference} ${task.title}`}
          bar={<TaskDetailBar task={task} favorite={false} seesRoadmap />}
          compose={{ teamId: task.teamId }}
        >
          <Main kind="detail">
            <TaskDetailContent
              task={task}
              team={team}
              clock={clock}
              edit={null}
              refusal={refusalFor(team)}
              editable={canEditProject(team)}
              mayAct={canEditProject(team)}
              joined={false}
              commenting={{
                viewerId: viewer.profileId,
                allowed: Boolean(team?.role),
                heard: Boolean(team?.role),
                manager: false,
                unsent: null,
                writing: { commentId: null },
                historyRange: {},
              }}
              peeked={false}
              subTasks={[]}
              forms={{ add: null, link: null, approver: null, approvers: [], refused: {} }}
              history={{ comments: all(task.comments), history: all(task.activity) }}
              texts={shownTexts([
                [task.id, task.description ?? ""],
                ...task.comments.map(({ id, body }) => [id, body] as const),
              ])}
            />
          </Main>
        </Shell>
      );
      return (await page).toString();
    },
  };
}

function all<T>(entries: T[]) {
  return { entries, earlier: null, newest: null };
}

/** The page's own words to who isn't a manager, as nobody of the bench is. */
function refusalFor(team: Team | undefined): string | null {
  if (canEditProject(team)) return null;
  const of = team?.name ?? "its team";
  const who = `Only owners, admins, and the leads and members of ${of} can change this task.`;
  return `${who} Ask a lead of ${of} to add you as a member.`;
}

function canEditProject(team: Team | undefined): boolean {
  return team?.role === "lead" || team?.role === "member";
}

function readViewer(database: Native.Database, username: string): Viewer {
  return database.prepare(
    `select p.id as profileId, p.name, u.email, w.id as workspaceId, w.name as workspaceName
    from profiles p join users u on u.id = p.user_id join workspaces w on w.id = p.workspace_id
    where p.username = ? limit 1`,
  ).get(username) as Viewer;
}

function readTeams(database: Native.Database, viewer: Viewer): Team[] {
  const rows = database.prepare(
    `select json_object('id', t.id, 'key', t.key, 'name', t.name, 'description', t.description,
      'expertiseArea', t.expertise_area, 'private', json(iif(t.private, 'true', 'false')),
      'role', (select role from team_members where team_id = t.id and profile_id = ?),
      'memberCount', (select count(*) from team_members where team_id = t.id),
      'createdAt', t.created_at)
    from teams t where t.workspace_id = ? and t.archived_at is null order by t.name collate nocase`,
  ).raw().all(viewer.profileId, viewer.workspaceId) as [string][];
  return rows.map(([json]) => JSON.parse(json));
}

/** One group of the list by status; null when it is empty. */
function prepareGroup(database: Native.Database, origin: string, workspaceId: string) {
  const where = `t.workspace_id = '${workspaceId}' and t.status = ? and t.archived_at is null
    and t.draft = 0`;
  const first = database.prepare(
    `select t.id, json_object(${members(origin)}) from tasks t ${joins}
    where ${where} order by t.id desc limit ${FIRST_ROWS + 1}`,
  ).raw();
  const counted = database.prepare(
    `select count(*) from (select 1 from tasks t where ${where} limit ${COUNTED_UP_TO})`,
  ).raw();
  const countOf = (status: string) => (counted.get(status) as unknown as [number])[0];

  return (status: (typeof taskStatuses)[number], clock: PageClock): ListGroup | null => {
    const name = statusWords[status];
    const described = { by: "status", key: status, id: status, name } as const;
    const narrowed = { status, group: "none" };
    if (folded.has(status)) {
      const count = countOf(status);
      const more = { href: listPath(narrowed), inPlace: { key: status, shown: 0 } };
      const countedOut = count >= COUNTED_UP_TO;
      return count > 0 ? { ...described, count, countedOut, rows: [], shown: 0, more } : null;
    }
    const rows = first.all(status) as [id: string, json: string][];
    if (rows.length === 0) return null;
    const count = rows.length <= FIRST_ROWS ? rows.length : countOf(status);
    const page = rows.slice(0, FIRST_ROWS);
    const tasks = JSON.parse(`[${page.map((row) => row[1]).join(",")}]`) as Task[];
    const more = rows.length > FIRST_ROWS
      ? {
        href: listPath(narrowed, cursorBehind(TASKS, page.at(-1)![0])),
        inPlace: { key: status, shown: page.length },
      }
      : null;
    const countedOut = count >= COUNTED_UP_TO;
    const drawn = tasks.map((task) => TaskRow({ task, clock }));
    return { ...described, count, countedOut, rows: drawn, shown: tasks.length, more };
  };
}

/** Texts as a page needs them, of which none mentions anybody. */
function shownTexts(texts: (readonly [of: string, text: string])[]): ShownTexts {
  const read = {
    texts: new Map(texts.map(([, text]) => [text, readMarkdown(text)])),
    calling: new Map(),
    named: new Map(),
  };
  return new Map(texts.map(([of, text]) => [of, { html: writeMarkdown(text, read), all: null }]));
}
