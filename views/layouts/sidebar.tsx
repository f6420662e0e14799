import type { Child } from "hono/jsx";
import type { FavoriteKind } from "../../server/domain/favorites/schema.ts";
import type { Preferences, SidebarGroup } from "../../server/domain/preferences/schema.ts";
import { Icon } from "../icons.tsx";
import { commandPath, favoritePath, sidebarPath } from "../paths.ts";
import { TeamMark } from "../teams/mark.tsx";
import type { MainPage } from "./main_pages.ts";
import { SidebarFoot, type SidebarFootProps } from "./sidebar_foot.tsx";
import { Switcher } from "./switcher.tsx";

/** A favorite that leads somewhere. */
export interface FavoriteLink {
  kind: FavoriteKind;
  id: string;
  key: string;
  title: string;
  href: string;
  /** Where it stands among all favorites, those too that lead nowhere. */
  position: number;
}

export interface SidebarProps {
  viewer: SidebarFootProps["viewer"];
  workspace: { id: string; name: string };
  /** All of the viewer's workspaces, for the switcher. */
  workspaces: readonly { id: string; name: string }[];
  mainPages: readonly MainPage[];
  /** What is counted beside their names, and whether there is more than was counted. */
  counts: Record<NonNullable<MainPage["counts"]>, { count: number; more: boolean }>;
  favorites: readonly FavoriteLink[];
  views: readonly { id: string; key: string; name: string; href: string }[];
  teams: readonly { id: string; key: string; name: string; href: string }[];
  /** The path that is marked, to say where one is; empty for none. */
  here: string;
  state: Preferences["sidebar"];
  folded: readonly SidebarGroup[];
}

/** The way around a workspace; a drawer on narrow screens and where it is closed, opened without any script. */
export function Sidebar(props: SidebarProps) {
  const { mainPages, counts, favorites, views, teams, here, folded } = props;
  const group = (name: SidebarGroup) => ({ name, folded: folded.includes(name) });
  return (
    <nav
      id="sidebar"
      class="sidebar"
      popover="auto"
      aria-label="Workspace"
      data-live={topicsOf(favorites)}
    >
      <div class="side-head">
        <Switcher {...props} />
        <StateButton state={props.state} />
      </div>
      <div class="side-body">
        <ul class="side-list">
          <li>
            <a
              class="side-link"
              href={commandPath}
              data-next="#search"
              data-palette
              aria-current={here === commandPath ? "page" : undefined}
            >
              <Icon name="search" />
              <bdi>Search</bdi>
              <span class="side-keys" aria-hidden="true">
                <kbd class="key">Ctrl</kbd>
                <kbd class="key">K</kbd>
              </span>
            </a>
          </li>
          {mainPages.filter(({ last }) => !last).map((page) => (
            <MainPageLink page={page} counted={counts} here={here} />
          ))}
        </ul>
        {favorites.length > 0 && (
          <Group {...group("favorites")} title="Favorites" moves="favorites">
            {favorites.map((favorite) => <Favorite {...favorite} here={here} />)}
          </Group>
        )}
        {views.length > 0 && (
          <Group {...group("views")} title="Team views">
            {views.map(({ name, href }) => (
              <SideLink href={href} here={here} mark={<Icon name="view" />}>{name}</SideLink>
            ))}
          </Group>
        )}
        {teams.length > 0 && (
          <Group {...group("teams")} title="Teams">
            {teams.map(({ key, name, href }) => (
              <SideLink href={href} here={here} mark={<TeamMark teamKey={key} />}>{name}</SideLink>
            ))}
          </Group>
        )}
        <ul class="side-list side-last">
          {mainPages.filter(({ last }) => last === "end").map((page) => (
            <MainPageLink page={page} counted={counts} here={here} />
          ))}
        </ul>
      </div>
      <SidebarFoot
        viewer={props.viewer}
        pages={mainPages.filter(({ last }) => last === "foot")}
        here={here}
      />
    </nav>
  );
}

/** What there may be news of in it: also what its favorites are called. */
function topicsOf(favorites: SidebarProps["favorites"]): string {
  const tasks = favorites.filter(({ kind }) => kind === "task");
  return [
    "names",
    "inbox",
    "favorites",
    "views",
    "preferences",
    ...tasks.map(({ id }) => `task:${id}`),
  ].join(" ");
}

/** Closes the sidebar, or keeps it open beside the pages; on narrow screens it is a drawer all the same. */
function StateButton({ state }: Pick<SidebarProps, "state">) {
  const open = state === "open";
  const name = open ? "Close the sidebar" : "Keep the sidebar open";
  return (
    <form
      method="post"
      action={sidebarPath}
      hx-post={sidebarPath}
      hx-sync="#sidebar:queue all"
      class="side-state"
    >
      <button
        type="submit"
        class="button"
        data-kind="quiet"
        data-shape="icon"
        name="sidebar"
        value={open ? "closed" : "open"}
        aria-label={name}
        title={`${name} ([)`}
        data-sidebar-state
      >
        <Icon name="panel-left" />
      </button>
    </form>
  );
}

/** Links under a heading that folds them. @param moves the list whose order is one's own */
function Group({ name, title, folded, moves, children }: {
  name: SidebarGroup;
  title: string;
  folded: boolean;
  moves?: "favorites";
  children: Child;
}) {
  const list = `side-${name}`;
  return (
    <section class="side-group" aria-labelledby={`${list}-heading`}>
      <form method="post" action={sidebarPath} hx-post={sidebarPath} hx-sync="#sidebar:queue all">
        <button
          type="submit"
          id={`${list}-heading`}
          class="side-heading"
          name={folded ? "unfold" : "fold"}
          value={name}
          aria-expanded={folded ? "false" : "true"}
          aria-controls={list}
          data-fold
        >
          <span>{title}</span>
          <Icon name="chevron-down" />
        </button>
      </form>
      <ul id={list} class="side-list" hidden={folded} data-moves={moves}>{children}</ul>
      {/* Heard of each of them alone */}
      {moves && <p id={`${list}-keys`} hidden>Alt with arrows moves it.</p>}
    </section>
  );
}

function MainPageLink({ page, counted, here }: {
  page: MainPage;
  counted: SidebarProps["counts"];
  here: string;
}) {
  const { name, href, icon, key, counts } = page;
  return (
    <SideLink
      href={href}
      here={here}
      mark={<Icon name={icon} />}
      go={key}
      counted={counts && { of: counts, ...counted[counts] }}
    >
      {name}
    </SideLink>
  );
}

function SideLink({ href, here, mark, go, counted, children }: {
  href: string;
  here: string;
  mark: Child;
  /** The key that leads there after `G`. */
  go?: string;
  counted?: { of: string; count: number; more: boolean } | undefined;
  children: Child;
}) {
  return (
    <li>
      <a
        class="side-link"
        href={href}
        data-next="#main"
        aria-current={here === href ? "page" : undefined}
        data-go={go?.toLowerCase()}
      >
        {mark}
        <bdi>{children}</bdi>
        {counted && counted.count > 0 && (
          <span class="side-count number">
            {`${counted.count}${counted.more ? "+" : ""}`}
            <span class="unseen">{` ${counted.of}`}</span>
          </span>
        )}
        {go && (
          <span class="side-keys" aria-hidden="true">
            <kbd class="key">G</kbd>
            <kbd class="key">{go}</kbd>
          </span>
        )}
      </a>
    </li>
  );
}

function Favorite({ kind, key, title, href, position, here }: FavoriteLink & { here: string }) {
  return (
    <li
      id={`favorite-${kind}-${key}`}
      data-favorite={favoritePath(kind, key)}
      data-position={String(position)}
    >
      <a
        class="side-link"
        href={href}
        data-next="#main"
        draggable={false}
        aria-current={here === href ? "page" : undefined}
        aria-describedby="side-favorites-keys"
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      >
        {markOf[kind](key)}
        <bdi>{title}</bdi>
      </a>
    </li>
  );
}

const markOf: Record<FavoriteKind, (key: string) => Child> = {
  task: (key) => <span class="side-reference">{key}</span>,
  project: () => <Icon name="project" />,
  view: () => <Icon name="view" />,
  team: (key) => <TeamMark teamKey={key} />,
};
