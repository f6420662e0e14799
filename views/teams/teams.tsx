import type { OpenTasks, Team } from "../../server/domain/teams/schema.ts";
import type { Named } from "../../server/domain/refs/named.ts";
import { guides } from "../docs_paths.ts";
import { Icon } from "../icons.tsx";
import { Main } from "../layouts/shell.tsx";
import { listPath, withQuery } from "../paths.ts";
import { WhomToAsk } from "../parts/whom_to_ask.tsx";
import { teamRoleWords } from "../people/words.ts";
import { Records } from "../settings/parts.tsx";
import { teamsSettingsPath } from "../settings_paths.ts";
import { teamsPath } from "../team_paths.ts";
import { Empty } from "../ui/empty.tsx";
import { TextFilter } from "../ui/text_filter.tsx";
import { TeamLink } from "./mark.tsx";

/** The bar of the team list: a button for a new team, and the text filter. */
export function TeamsBar({ q, mayMake }: { q: string | undefined; mayMake: boolean }) {
  return (
    <>
      <h1>Teams</h1>
      {mayMake && (
        <a
          class="button"
          data-kind="quiet"
          id="new-team-here"
          href={withQuery(teamsSettingsPath, { create: "1" })}
        >
          <Icon name="plus" />
          <span class="optional">New team</span>
        </a>
      )}
      <TextFilter action={teamsPath} q={q} name="Find a team" fields={[]} without={teamsPath} />
    </>
  );
}

/** All teams, the viewer's own first. */
export function TeamsMain({ q, teams, openTasks, managers }: {
  q: string | undefined;
  /** Owners and admins to ask for a new team. */
  managers: readonly Named[];
  teams: readonly Team[];
  openTasks: Readonly<Record<string, OpenTasks>>;
}) {
  if (teams.length === 0) {
    return (
      <Main kind="people" list>
        {q
          ? (
            <Empty
              icon="search"
              title="No teams found"
              guide={guides.teams}
              actions={<a class="button" href={teamsPath}>Clear search</a>}
            >
              {`No name, key, description, or expertise contains “${q}”.`}
            </Empty>
          )
          : (
            <Empty icon="team" title="No teams yet" guide={guides.teams}>
              A team has its own tasks, key, and members. Only owners and admins can create teams.
            </Empty>
          )}
      </Main>
    );
  }
  return (
    <Main kind="people" list>
      <Records
        name="Teams"
        columns={[
          { name: "Team" },
          { name: "About" },
          { name: "Your role" },
          { name: "Members", number: true },
          { name: "Open tasks", number: true },
        ]}
        rows={teams.map((team) => ({
          key: team.key,
          cells: [
            <TeamLink team={team} />,
            aboutOf(team),
            team.role === null ? "" : teamRoleWords[team.role],
            team.memberCount,
            <a href={listPath({ teamId: team.key })}>{sumOf(openTasks[team.id])}</a>,
          ],
        }))}
        empty=""
      />
      <WhomToAsk managers={managers}>Only owners and admins can create teams.</WhomToAsk>
    </Main>
  );
}

/** Returns the number of open tasks of a team. */
export function sumOf(open: OpenTasks | undefined): string {
  const sum = open ? open.backlogged + open.planned + open.progressed : 0;
  return sum.toLocaleString("en");
}

/** Returns a team's expertise or description. */
function aboutOf({ expertiseArea, description }: Team) {
  const about = expertiseArea ?? description;
  return about === null ? "" : <span class="team-about">{about}</span>;
}
