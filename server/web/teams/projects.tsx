import {
  projectDisplayMenuPath,
  projectFilterMenuPath,
} from "../../../views/project_list_paths.ts";
import { teamProjectsPagePath, teamsPath } from "../../../views/team_paths.ts";
import { ProjectListMain } from "../../../views/projects/list.tsx";
import { BarMenu } from "../../../views/parts/bar_menu.tsx";
import { TeamBar } from "../../../views/teams/bar.tsx";
import { page } from "../page.ts";
import { newProjectFrom } from "../projects/list.tsx";
import { readProjectListing } from "../projects/listing.ts";
import { readTeamAt } from "./read.ts";

/** The projects of a team. More filters lead to the list of all projects, with the team as a filter. */
export const teamProjectsPage = page({
  path: teamProjectsPagePath,
  who: "members",
  areas: ["planning", "projects"],
  sidebarPaths: ({ pathname }) => [pathname.split("/", 4).join("/"), teamsPath],
  async read(at) {
    const read = await readTeamAt(at);
    const listing = await readProjectListing(at, { teamId: read.team.key });
    return { ...read, listing: { ...listing, chips: [], title: read.team.name } };
  },
}).shows({
  title: ({ team }) => `Projects of ${team.name}`,
  bar: ({ listing, ...props }) => (
    <TeamBar {...props} here="projects">
      <BarMenu
        name="Filter"
        icon="filter"
        href={projectFilterMenuPath(listing.query)}
        menu="filter"
        id="add-filter"
        keys="f"
      />
      <BarMenu
        name="Display"
        icon="display"
        href={projectDisplayMenuPath(listing.query)}
        menu="display"
      />
    </TeamBar>
  ),
  main: ({ listing }) => <ProjectListMain {...listing} />,
  creates: ({ listing: { mayMake, query } }) => mayMake ? newProjectFrom(query) : undefined,
  opens: ({ team }) => ({ kind: "team", id: team.id }),
  live: () => ["projects", "favorites"],
});
