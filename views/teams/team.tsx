import type { Named } from "../../server/domain/refs/named.ts";
import type { Child } from "hono/jsx";
import type { Project } from "../../server/domain/projects/schema.ts";
import type { View } from "../../server/domain/saved_views/schema.ts";
import type { OpenTasks, TeamDetail } from "../../server/domain/teams/schema.ts";
import { openStatuses } from "../../server/domain/vocabulary.ts";
import { WhomToAsk } from "../parts/whom_to_ask.tsx";
import { Icon } from "../icons.tsx";
import { listPath, withQuery } from "../paths.ts";
import { memberPath } from "../people_paths.ts";
import { teamRoleWords } from "../people/words.ts";
import { projectPath } from "../project_paths.ts";
import { ProjectStatusMark, projectStatusWords } from "../projects/marks.tsx";
import { teamMembersPath } from "../settings_paths.ts";
import { teamPath, teamProjectsPath, teamViewsPath } from "../team_paths.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Notice } from "../ui/field.tsx";
import { StatusMark } from "../ui/marks.tsx";
import { counted, statusWords } from "../ui/words.ts";
import { savedViewPath } from "../view_paths.ts";
import { Private, TeamMark } from "./mark.tsx";
import { archivedTeamText } from "./words.ts";

export interface TeamProps {
  team: TeamDetail;
  open: OpenTasks | undefined;
  /** The first open projects. */
  projects: readonly Pick<Project, "id" | "key" | "name" | "status">[];
  views: readonly View[];
  /** Whether all members are shown. */
  all: boolean;
  mayChange: boolean;
  /** People to ask for changes. Empty for someone who can change the team. */
  askable: readonly Named[];
  /** Whether the form that leaves the team is open. */
  leaves: boolean;
  viewerId: string;
}

/** Number of members that a team's page shows first. */
const FIRST_MEMBERS = 24;
/** Maximum number of projects and views on a team's page. */
export const FIRST_RECORDS = 8;

const roleOrder = ["lead", "member", "commentator"] as const;

/** A team's open tasks, members, projects, and views. */
export function TeamOverview(props: TeamProps) {
  const { team, open, projects, views } = props;
  const { key, name, description, expertiseArea } = team;
  return (
    <>
      {team.archivedAt !== null && (
        <Notice>
          <p>
            {archivedTeamText(name)}
          </p>
        </Notice>
      )}
      <header class="person-head">
        <TeamMark teamKey={key} large />
        <div>
          <h2>
            <bdi>{name}</bdi>
          </h2>
          <p>
            {[key, ...team.formerKeys.map((former) => `formerly ${former}`)].join(", ")}
            {team.private && (
              <>
                {" "}
                <Private />
              </>
            )}
          </p>
        </div>
      </header>
      {description && <p class="person-bio">{description}</p>}
      {expertiseArea && (
        <dl class="person-facts">
          <div>
            <dt>Expertise</dt>
            <dd>{expertiseArea}</dd>
          </div>
        </dl>
      )}
      <Part id="work" title="Open tasks">
        <ul class="team-work">
          {openStatuses.map((status) => (
            <li>
              <a href={listPath({ teamId: key, status })}>
                <StatusMark status={status} />
                <span>{statusWords[status]}</span>
                <strong class="number">
                  {(open?.[status as keyof OpenTasks] ?? 0).toLocaleString("en")}
                </strong>
              </a>
            </li>
          ))}
        </ul>
        <Way href={listPath({ teamId: key })}>All tasks</Way>
      </Part>
      <Members {...props} />
      <Part id="projects" title="Projects">
        {projects.length === 0
          ? <p class="detail-none">No open projects</p>
          : (
            <ul class="person-projects">
              {projects.map(({ key, name, status }) => (
                <li>
                  <a href={projectPath(key)}>
                    <ProjectStatusMark status={status} />
                    <bdi>{name}</bdi>
                    <span class="unseen">{`, ${projectStatusWords[status]}`}</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        <Way href={teamProjectsPath(key)}>
          All projects
        </Way>
      </Part>
      <Part id="views" title="Views">
        {views.length === 0 ? <p class="detail-none">No views yet</p> : (
          <ul class="person-projects">
            {views.slice(0, FIRST_RECORDS).map((view) => (
              <li>
                <a href={savedViewPath(view)}>
                  <Icon name={view.kind === "project" ? "project" : "view"} />
                  <bdi>{view.name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        )}
        {views.length > 0 && <Way href={teamViewsPath(key)}>All views</Way>}
      </Part>
    </>
  );
}

function Part({ id, title, count, beside, children }: {
  id: string;
  title: string;
  count?: number;
  beside?: Child;
  children: Child;
}) {
  return (
    <section class="team-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        {title}
        {count !== undefined && <span class="number">{` ${count}`}</span>}
      </h3>
      {beside}
      {children}
    </section>
  );
}

function Way({ href, children }: { href: string; children: Child }) {
  return (
    <p class="timeline-way">
      <a href={href}>{children}</a>
    </p>
  );
}

/** The members of a team, leads first. */
function Members({ team, all, mayChange, askable, leaves, viewerId }: TeamProps) {
  const { key, members } = team;
  const sorted = roleOrder.flatMap((role) => members.filter((member) => member.role === role));
  const shown = all ? sorted : sorted.slice(0, FIRST_MEMBERS);
  return (
    <Part
      id="members"
      title="Members"
      count={members.length}
      beside={mayChange && team.archivedAt === null && (
        <a class="team-way" href={teamMembersPath(key)}>Manage members</a>
      )}
    >
      {leaves && team.role !== null && <Leaving team={team} mayChange={mayChange} />}
      {members.length === 0 && <p class="detail-none">No members yet</p>}
      <ul class="team-people">
        {shown.map(({ profile, role }) => (
          <li>
            <a class="person-link" href={memberPath(profile.id)}>
              <Avatar person={profile} />
              <span>
                <bdi>{profile.name}</bdi>
                {profile.id === viewerId && " (you)"}
                <small>{teamRoleWords[role]}</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {shown.length < sorted.length && (
        <Way href={withQuery(teamPath(key), { members: "all" })}>
          {`All ${counted(sorted.length, "member")}`}
        </Way>
      )}
      <WhomToAsk managers={askable}>
        {members.some(({ role }) => role === "lead")
          ? "Only team leads, owners, and admins can change the team and its members."
          : "This team has no lead. Only owners and admins can change the team and its members."}
      </WhomToAsk>
      {!leaves && team.role !== null && team.archivedAt === null && (
        <p>
          <a class="team-way" id="leave-team" href={withQuery(teamPath(key), { leave: "1" })}>
            Leave team
          </a>
        </p>
      )}
    </Part>
  );
}

/** The form that leaves a team. It lists the consequences. */
function Leaving({ team: { key, name, private: hidden }, mayChange }: {
  team: TeamDetail;
  mayChange: boolean;
}) {
  return (
    <form class="form team-leaving" method="post" action={teamPath(key)} hx-post={teamPath(key)}>
      <p>
        {`Your tasks in ${name} stay assigned to you. `}
        {hidden && !mayChange && "You lose access to the team and its tasks. "}
        To come back, ask a team lead, an owner, or an admin to add you.
      </p>
      <div class="form-actions">
        <button type="submit" class="button" data-kind="danger" name="act" value="leave" autofocus>
          Leave team
        </button>
        <a
          class="button"
          data-kind="quiet"
          href={teamPath(key)}
          data-cancel=""
          data-next="#leave-team"
        >
          Cancel
        </a>
      </div>
    </form>
  );
}
