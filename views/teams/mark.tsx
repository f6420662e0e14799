import { Icon } from "../icons.tsx";
import type { Team } from "../../server/domain/teams/schema.ts";
import { teamPath } from "../team_paths.ts";

/** The mark of a team: the first letters of its key. */
export function TeamMark({ teamKey, large }: { teamKey: string; large?: boolean }) {
  return (
    <span class="team-mark" data-size={large ? "large" : undefined} aria-hidden="true">
      {teamKey.slice(0, 2)}
    </span>
  );
}

/** A link to a team, with its key and privacy. */
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

/** Marks a team as private. */
export function Private() {
  return (
    <span class="team-private" title="Visible only to team members, owners, and admins">
      <Icon name="eye-off" /> Private
    </span>
  );
}
