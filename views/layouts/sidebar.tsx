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
  /** Its position among all favorites, including those without a page. */
  position: number;
}

export interface SidebarProps {
  viewer: SidebarFootProps["viewer"];
  workspace: { id: string; name: string };
  /** All of the viewer's workspaces, for the switcher. */
  workspaces: readonly { id: string; name: string }[];
  mainPages: readonly MainPage[];
  /** The counts beside page names, and whether there are more. */
  counts: Record<NonNullable<MainPage["counts"]>, { count: number; more: boolean }>;
  favorites: readonly FavoriteLink[];
  views: readonly { id: string; key: string; name: string; href: string }[];
  teams: readonly { id: string; key: string; name: string; href: string }[];
  /** The path of the current page's link; empty for none. */
  here: string;
  state: Preferences["sidebar"];
  folded: readonly SidebarGroup[];
}

/** The navigation of a workspace. It is a drawer on narrow screens and when closed, and needs no script. */
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

/** The live topics of the sidebar, including the titles of favorite tasks. */
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

/** Closes the sidebar, or keeps it open beside pages. On narrow screens it is always a drawer. */
function StateButton({ state }: Pick<SidebarProps, "state">) {
  const open = state === "open";
  const name = open ? "Close sidebar" : "Keep sidebar open";
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

/** Links under a heading that collapses them. @param moves the list that the viewer can reorder */
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
      {/* Screen readers announce it for each favorite only */}
      {moves && <p id={`${list}-keys`} hidden>Press Alt and an arrow key to move this favorite.</p>}
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
  /** The key pressed after `G`. */
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
