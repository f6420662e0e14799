import type { Child } from "hono/jsx";
import type { Team } from "../../server/domain/teams/schema.ts";
import { Icon } from "../icons.tsx";
import { listPath } from "../paths.ts";
import { teamSettingsPath } from "../settings_paths.ts";
import { teamPath, teamProjectsPath, teamViewsPath } from "../team_paths.ts";
import { FavoriteButton } from "../ui/favorite.tsx";

/** The pages of a team. */
export type TeamPart = "overview" | "projects" | "views";

/** The bar of a team: its pages, and its settings for people who can change them. */
export function TeamBar({ team, here, favorite, mayChange, children }: {
  team: Team;
  here: TeamPart;
  favorite: boolean;
  mayChange: boolean;
  children?: Child;
}) {
  const { key, name } = team;
  const part = (word: string, href: string, of?: TeamPart) => (
    <a
      class="button"
      data-kind="quiet"
      href={href}
      aria-current={of === here ? "page" : undefined}
      data-next="#main"
    >
      {word}
    </a>
  );
  return (
    <>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      {team.archivedAt === null && <FavoriteButton kind="team" id={key} on={favorite} />}
      <nav class="bar-parts" aria-label={`Pages of ${name}`}>
        {part("Overview", teamPath(key), "overview")}
        {part("Tasks", listPath({ teamId: key }))}
        {part("Projects", teamProjectsPath(key), "projects")}
        {part("Views", teamViewsPath(key), "views")}
      </nav>
      {children}
      {mayChange && (
        <a
          class="button"
          data-kind="quiet"
          data-shape="icon"
          href={teamSettingsPath(key)}
          aria-label="Team settings"
          title="Team settings"
        >
          <Icon name="settings" />
        </a>
      )}
    </>
  );
}
