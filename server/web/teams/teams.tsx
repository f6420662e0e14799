import { withQuery } from "../../../views/paths.ts";
import { teamsSettingsPath } from "../../../views/settings_paths.ts";
import { teamPagePath, teamsPath, teamViewsPagePath } from "../../../views/team_paths.ts";
import { TeamBar } from "../../../views/teams/bar.tsx";
import { FIRST_RECORDS, TeamOverview } from "../../../views/teams/team.tsx";
import { TeamsBar, TeamsMain } from "../../../views/teams/teams.tsx";
import { TeamViewsMain } from "../../../views/teams/views.tsx";
import { Main } from "../../../views/layouts/shell.tsx";
import { textFilterId } from "../../../views/ui/text_filter.tsx";
import { isManager } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { listProjects } from "../../domain/projects/list.ts";
import { listTeams } from "../../domain/teams/list.ts";
import { countOpenTasks } from "../../domain/teams/open_tasks.ts";
import { page } from "../page.ts";
import { projectViews } from "../projects/views.ts";
import { viewRowsOf } from "../saved_views/views.tsx";
import { taskViews } from "../tasks/views.ts";
import { leadsToAsk, managersToAsk } from "../whom_to_ask.ts";
import { readTeamAt, wholeTeamAt } from "./read.ts";

const wordsIn = (url: URL) => url.searchParams.get("q")?.trim().slice(0, 200) || undefined;

/** All teams that the viewer can see, their own first. */
export const teamsPage = page({
  path: teamsPath,
  who: "members",
  areas: ["settings"],
  typedInto: { form: textFilterId, address: (url) => withQuery(teamsPath, { q: wordsIn(url) }) },
  instead: ({ url: { searchParams } }) =>
    searchParams.has("create")
      ? withQuery(teamsSettingsPath, { create: "1", name: searchParams.get("name") })
      : null,
  async read(at) {
    const q = wordsIn(at.url);
    const draw = async () => {
      const [teams, openTasks] = await Promise.all([
        q ? at.askAll(listTeams, { q }) : at.teams(),
        at.askOnce(countOpenTasks, {}),
      ]);
      const mine = (own: boolean) => teams.filter(({ role }) => (role !== null) === own);
      return (
        <TeamsMain
          q={q}
          teams={[...mine(true), ...mine(false)]}
          openTasks={openTasks}
          managers={await managersToAsk(at)}
        />
      );
    };
    // Each typed letter searches for something else
    const drawn = q ? await draw() : await at.drawOnce([teamsPath], draw);
    return { q, mayMake: isManager(at.viewer), drawn };
  },
}).shows({
  title: () => "Teams",
  bar: (props) => <TeamsBar {...props} />,
  main: ({ drawn }) => drawn,
  live: () => ["tasks"],
});

const sidebarPaths = ({ pathname }: URL) => [pathname.split("/", 4).join("/"), teamsPath];

/** A team's open tasks, members, projects, and views. */
export const teamPage = page({
  path: teamPagePath,
  who: "members",
  areas: ["settings"],
  sidebarPaths,
  async read(at) {
    const read = await readTeamAt(at);
    const { id } = read.team;
    const all = at.url.searchParams.get("members") === "all";
    const leaves = at.url.searchParams.has("leave");
    const draw = async () => {
      const [team, openTasks, projects, views] = await Promise.all([
        wholeTeamAt(at),
        at.askOnce(countOpenTasks, { teamId: id }),
        at.ask(listProjects, {
          teamId: id,
          status: "backlog,planned,active",
          limit: String(FIRST_RECORDS),
        }),
        at.views(),
      ]);
      const askable = read.mayChange ? [] : await leadsToAsk(at.askOnce, team);
      return (
        <Main kind="person">
          <TeamOverview
            team={team}
            askable={askable}
            mayChange={read.mayChange}
            open={openTasks[id]}
            projects={parseJson(projects.records)}
            views={views.filter(({ teamId }) => teamId === id)}
            all={all}
            leaves={leaves}
            viewerId={at.viewer.profile.id}
          />
        </Main>
      );
    };
    const drawn = leaves ? await draw() : await at.drawOnce([teamPagePath, id, all], draw);
    return { ...read, drawn };
  },
}).shows({
  title: ({ team }) => team.name,
  bar: (props) => <TeamBar {...props} here="overview" />,
  main: ({ drawn }) => drawn,
  compose: ({ team }) => ({ teamId: team.archivedAt === null ? team.key : undefined }),
  opens: ({ team }) => ({ kind: "team", id: team.id }),
  live: ({ team }) => [`team:${team.id}`, "projects", "views", "favorites"],
});

/** The saved views of a team. */
export const teamViewsPage = page({
  path: teamViewsPagePath,
  who: "members",
  areas: ["settings"],
  sidebarPaths,
  async read(at) {
    const read = await readTeamAt(at);
    const all = (await at.views()).filter(({ teamId }) => teamId === read.team.id);
    const of = (kind: "task" | "project") => all.filter((view) => view.kind === kind);
    const [tasks, projects] = await Promise.all([
      viewRowsOf(at, taskViews, of("task")),
      viewRowsOf(at, projectViews, of("project")),
    ]);
    return { ...read, rows: [...tasks, ...projects] };
  },
}).shows({
  title: ({ team }) => `Views of ${team.name}`,
  bar: (props) => <TeamBar {...props} here="views" />,
  main: (props) => <TeamViewsMain {...props} />,
  compose: ({ team }) => ({ teamId: team.archivedAt === null ? team.key : undefined }),
  opens: ({ team }) => ({ kind: "team", id: team.id }),
  live: () => ["views", "favorites"],
});
