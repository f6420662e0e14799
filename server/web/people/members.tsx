import {
  memberPagePath,
  membersPath,
  membersPathFor,
  type MembersQuery,
} from "../../../views/people_paths.ts";
import { MemberProfile } from "../../../views/people/profile.tsx";
import { MembersBar, MembersMain } from "../../../views/people/members.tsx";
import { Main } from "../../../views/layouts/shell.tsx";
import { textFilterId } from "../../../views/ui/text_filter.tsx";
import { isManager, type Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { listMemberActivity } from "../../domain/members/activity.ts";
import { findMember } from "../../domain/members/find.ts";
import { listMembers } from "../../domain/members/list.ts";
import { listProjects } from "../../domain/projects/list.ts";
import { openStatuses } from "../../domain/vocabulary.ts";
import type { PageContext } from "../context.ts";
import { page } from "../page.ts";
import { pageClockOf } from "../page_clock.ts";
import { drawRows } from "../tasks/drawn_rows.ts";
import { readList } from "../tasks/read_rows.ts";
import { managersToAsk, ownersToAsk } from "../whom_to_ask.ts";

/** All members of the workspace, people and agents, by name. */
export const membersPage = page({
  path: membersPath,
  who: "members",
  areas: ["settings"],
  typedInto: {
    form: textFilterId,
    address: ({ searchParams }) => membersPathFor(queryIn(searchParams)),
  },
  async read(at) {
    const query = queryIn(at.url.searchParams);
    const { q, kind } = query;
    const draw = async () => (
      <MembersMain
        query={query}
        members={await at.askAll(listMembers, { q, kind })}
        viewerId={at.viewer.profile.id}
        managers={await managersToAsk(at)}
      />
    );
    // Each typed letter searches for something else
    const drawn = q ? await draw() : await at.drawOnce([membersPath, query], draw);
    return { query, drawn };
  },
}).shows({
  title: () => "Members",
  bar: ({ query }) => <MembersBar query={query} />,
  main: ({ drawn }) => drawn,
});

function queryIn(parameters: URLSearchParams): MembersQuery {
  const kind = parameters.get("kind");
  return {
    q: parameters.get("q")?.trim().slice(0, 200) || undefined,
    show: parameters.get("show") === "all" ? "all" : undefined,
    kind: kind === "human" || kind === "agent" ? kind : undefined,
  };
}

/** Maximum number of open tasks on a profile. */
const MOST_TASKS = 15;

/** Maximum number of recent activity entries on a profile. */
const MOST_DONE = 20;

/** A member's profile, with open tasks and recent activity. */
export const memberPage = page({
  path: memberPagePath,
  who: "members",
  areas: ["settings"],
  sidebarPaths: ({ pathname }) => [pathname, membersPath],
  async read(at) {
    const { profileId } = at.params;
    const member = parseJson((await at.ask(findMember, { profileId })).json);
    const [tasks, projects, did] = await Promise.all([
      readTasks(at, member.id),
      at.askAll(listProjects, { leadId: member.id, status: "backlog,planned,active" }),
      at.ask(listMemberActivity, { profileId: member.id, limit: MOST_DONE }),
    ]);
    const ownersOnly = member.role === "owner" && isManager(at.viewer);
    const managers = await (ownersOnly ? ownersToAsk : managersToAsk)(at);
    const manages = managers.length === 0;
    const viewer = { viewerId: at.viewer.profile.id, manages, managers, ownersOnly };
    const done = parseJson(did.records);
    return { member, tasks, projects, done, clock: pageClockOf(at), ...viewer };
  },
}).shows({
  title: ({ member }) => member.name,
  bar: ({ member }) => (
    <h1>
      <bdi>{member.name}</bdi>
    </h1>
  ),
  main: (props) => (
    <Main kind="person">
      <MemberProfile {...props} />
    </Main>
  ),
  compose: ({ member }) => ({ assigneeId: member.removedAt === null ? member.id : undefined }),
  opens: ({ member }) => ({ kind: "person", id: member.id }),
  live: () => ["tasks", "projects"],
});

/** Reads the first open tasks of a member, as list rows. */
async function readTasks(at: PageContext<Member>, assigneeId: string) {
  const query = { assigneeId, status: openStatuses.join(",") };
  const { tasks } = await readList(at, query, MOST_TASKS, undefined);
  const [rows = ""] = await drawRows(at, query, [{ tasks }]);
  return { rows, shown: tasks.length };
}
