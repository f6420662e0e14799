import type { Child } from "hono/jsx";
import type { MemberActivity } from "../../server/domain/members/activity.ts";
import type { MemberRecord } from "../../server/domain/profiles/schema.ts";
import type { Named } from "../../server/domain/refs/named.ts";
import type { Project } from "../../server/domain/projects/schema.ts";
import { Icon } from "../icons.tsx";
import { listPath, withQuery } from "../paths.ts";
import { WhomToAsk } from "../parts/whom_to_ask.tsx";
import { projectPath } from "../project_paths.ts";
import { projectListPath } from "../project_list_paths.ts";
import { teamPath } from "../team_paths.ts";
import { memberSettingsPath, profileSettingsPath } from "../settings_paths.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Separator } from "../ui/separator.tsx";
import { day, type PageClock } from "../ui/time.tsx";
import { RecentActivity } from "./recent_activity.tsx";
import { teamRoleWords, workspaceRoleWords } from "./words.ts";

interface MemberProfileProps {
  member: MemberRecord;
  /** Rows of the first open tasks. */
  tasks: { rows: Child; shown: number };
  /** Open projects that the member leads. */
  projects: readonly Pick<Project, "id" | "key" | "name">[];
  /** Recent activity. */
  done: readonly MemberActivity[];
  clock: PageClock;
  viewerId: string;
  /** Whether the viewer can change the member's role. */
  manages: boolean;
  /** People to ask for a role change. Empty for one of them. */
  managers: readonly Named[];
  /** Whether only owners can change the role. */
  ownersOnly: boolean;
}

/** A member's profile, with open tasks and recent activity. */
export function MemberProfile(props: MemberProfileProps) {
  const { member, tasks, projects, done, clock, viewerId, manages, managers, ownersOnly } = props;
  const { id, name, username, email, title, bio, kind, removedAt, suspended, teams } = member;
  const role = kind === "agent" ? "Agent" : workspaceRoleWords[member.role ?? "member"];
  const state = removedAt !== null ? "former member" : suspended ? "suspended" : null;
  return (
    <>
      <header class="person-head">
        <Avatar person={member} large />
        <div>
          <h2>
            <bdi>{name}</bdi> {state && <span class="badge">{state}</span>}
          </h2>
          <p>
            {title && (
              <>
                {title}
                <Separator />
              </>
            )}
            {`@${username}`}
          </p>
        </div>
        {id === viewerId && (
          <a class="button" href={profileSettingsPath}>
            <Icon name="pencil" />
            <span>Edit your profile</span>
          </a>
        )}
        {id !== viewerId && manages && kind === "human" && removedAt === null && (
          <a class="button" data-kind="quiet" href={withQuery(memberSettingsPath, { edit: id })}>
            <Icon name="settings" />
            <span>Manage member</span>
          </a>
        )}
      </header>
      <dl class="person-facts">
        <div>
          <dt>Role</dt>
          <dd>{role}</dd>
        </div>
        {email && (
          <div>
            <dt>Email</dt>
            <dd>
              <a href={`mailto:${email}`}>{email}</a>
            </dd>
          </div>
        )}
        <div>
          <dt>Joined</dt>
          <dd>
            <time datetime={member.createdAt}>{day(member.createdAt.slice(0, 10), clock)}</time>
          </dd>
        </div>
        {teams.length > 0 && (
          <div>
            <dt>Teams</dt>
            <dd>
              <ul>
                {teams.map((team) => (
                  <li>
                    <a href={teamPath(team.id)}>{team.name}</a>{" "}
                    <span>{teamRoleWords[team.role]}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      {removedAt === null && kind === "human" && (
        <WhomToAsk managers={managers}>
          {ownersOnly
            ? "Only owners can change the roles of owners."
            : "Only owners and admins can change roles."}
        </WhomToAsk>
      )}
      {bio && <p class="person-bio">{bio}</p>}
      {projects.length > 0 && (
        <section aria-labelledby="leads-title">
          <h3 id="leads-title">Projects led</h3>
          <ul class="person-projects">
            {projects.slice(0, 20).map((project) => (
              <li>
                <a href={projectPath(project.id)}>
                  <Icon name="project" />
                  <bdi>{project.name}</bdi>
                </a>
              </li>
            ))}
          </ul>
          {projects.length > 20 && (
            <p>
              <a href={projectListPath({ leadId: id })}>All projects led by {name}</a>
            </p>
          )}
        </section>
      )}
      <section aria-labelledby="open-title">
        <h3 id="open-title">Open tasks</h3>
        {tasks.shown > 0
          ? <ul class="sub-tasks" aria-labelledby="open-title">{tasks.rows}</ul>
          : <p class="detail-none">No open tasks</p>}
        <p class="timeline-way">
          <a href={listPath({ assigneeId: id })}>
            All tasks
          </a>
        </p>
      </section>
      <RecentActivity done={done} clock={clock} />
    </>
  );
}
