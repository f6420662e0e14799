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
import { day, type PageClock } from "../ui/time.tsx";
import { RecentActivity } from "./recent_activity.tsx";
import { teamRoleWords, workspaceRoleWords } from "./words.ts";

interface MemberProfileProps {
  member: MemberRecord;
  /** The rows of their open tasks, the first ones. */
  tasks: { rows: Child; shown: number; more: boolean };
  /** What they lead that isn't over. */
  projects: readonly Pick<Project, "id" | "key" | "name">[];
  /** What they did lately. */
  done: readonly MemberActivity[];
  clock: PageClock;
  viewerId: string;
  /** Whether who looks may say what they may do. */
  manages: boolean;
  /** Whom to ask for that; none for who may. */
  managers: readonly Named[];
  /** Whether owners alone may. */
  ownersOnly: boolean;
}

/** Who somebody is, and what they have to do. */
export function MemberProfile(props: MemberProfileProps) {
  const { member, tasks, projects, done, clock, viewerId, manages, managers, ownersOnly } = props;
  const { id, name, username, email, title, bio, kind, removedAt, suspended, teams } = member;
  const role = kind === "agent" ? "Agent" : workspaceRoleWords[member.role ?? "member"];
  const state = removedAt !== null ? "left" : suspended ? "suspended" : null;
  return (
    <>
      <header class="person-head">
        <Avatar person={member} large />
        <div>
          <h2>
            <bdi>{name}</bdi> {state && <span class="badge">{state}</span>}
          </h2>
          <p>{[title, `@${username}`].filter(Boolean).join(" · ")}</p>
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
            <span>Manage</span>
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
          <dt>Here since</dt>
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
          {ownersOnly ? "Owners alone say who is one." : "Owners and admins say what each may do."}
        </WhomToAsk>
      )}
      {bio && <p class="person-bio">{bio}</p>}
      {projects.length > 0 && (
        <section aria-labelledby="leads-title">
          <h3 id="leads-title">Leads</h3>
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
              <a href={projectListPath({ leadId: id })}>All projects that {name} leads</a>
            </p>
          )}
        </section>
      )}
      <section aria-labelledby="open-title">
        <h3 id="open-title">Open tasks</h3>
        {tasks.shown > 0
          ? <ul class="sub-tasks" aria-labelledby="open-title">{tasks.rows}</ul>
          : <p class="detail-none">Nothing is open.</p>}
        <p class="timeline-way">
          <a href={listPath({ assigneeId: id })}>
            {tasks.more ? "All open tasks, and the closed ones" : "All tasks, closed ones too"}
          </a>
        </p>
      </section>
      <RecentActivity done={done} clock={clock} />
    </>
  );
}
