import { Icon } from "../icons.tsx";
import type { Team } from "../../server/domain/teams/schema.ts";
import { teamPath } from "../team_paths.ts";

/** What a team is known by at a glance: the first letters of its key. */
export function TeamMark({ teamKey, large }: { teamKey: string; large?: boolean }) {
  return (
    <span class="team-mark" data-size={large ? "large" : undefined} aria-hidden="true">
      {teamKey.slice(0, 2)}
    </span>
  );
}

/** A team by name, which leads to it, with its key and whether it is private. */
export function TeamLink({ team, href = teamPath(team.key) }: {
  team: Pick<Team, "key" | "name" | "private">;
  href?: string;
}) {
  return (
    <a class="person-link" href={href}>
      <TeamMark teamKey={team.key} />
      <span>
        <bdi>{team.name}</bdi>
        <small>
          {team.key}
          {team.private && (
            <>
              {" · "}
              <Private />
            </>
          )}
        </small>
      </span>
    </a>
  );
}

/** Says of a team that its members and the managers alone see it. */
export function Private() {
  return (
    <span class="team-private" title="Only its members and the workspace's managers see it">
      <Icon name="eye-off" /> Private
    </span>
  );
}
