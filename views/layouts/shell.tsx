import type { Child } from "hono/jsx";
import type { Topic } from "../../server/domain/live/topics.ts";
import { Icon } from "../icons.tsx";
import { commandPath, composePath } from "../paths.ts";
import { composerShell } from "../tasks/composer_shell.tsx";
import { projectComposerShell } from "../projects/composer_shell.tsx";
import { KeysDialog } from "../ui/keys_dialog.tsx";
import { MenuLayer } from "../ui/menu_layer.tsx";
import { Cut } from "./cut.ts";
import { Document } from "./document.tsx";
import type { Area, ShellFrame } from "./frame.ts";
import { Live } from "./live.tsx";
import { Peek } from "./peek.tsx";

interface BarProps {
  /** The title of the page and its actions. */
  bar: Child;
  /** The initial values of the composer on this page. */
  compose?: Record<string, string | undefined> | undefined;
  /** The record to create on this page instead of a task. */
  creates?: Creates | undefined;
}

/** A record that the composer creates instead of a task. */
export interface Creates {
  href: string;
  /** The name of the button: "New project". */
  name: string;
}

/** Returns the title of a page for the browser's tab. */
export function titleIn(workspace: { name: string }, title: string): string {
  return `${title} · ${workspace.name} · Backlog`;
}

/** The main content of a page, which responses can replace on its own. */
export function Main({ kind, list, look, folds, address, children }: {
  kind: string;
  /** Whether it is a list that Back restores and records link back to. */
  list?: true;
  /** The hidden parts and the density of rows. */
  look?: { hidden: readonly string[]; density: string } | undefined;
  /** The URL that stores collapsed groups. */
  folds?: string;
  /** The URL to show in the browser, if the page shows more than its URL says. */
  address?: string | null;
  children: Child;
}) {
  return (
    <main
      id="main"
      class={kind}
      tabindex={-1}
      data-list={list}
      data-hides={look?.hidden.join(" ") || undefined}
      data-density={look?.density}
      data-folds={folds}
      data-address={address ?? undefined}
    >
      {children}
    </main>
  );
}

/** A page inside a workspace: the sidebar, the top bar, and its `Main`. */
export function Shell(
  { frame, title, bar, compose, creates, live = [], areas, children }: BarProps & {
    frame: ShellFrame;
    title: string;
    /** The live topics of the page. */
    live?: readonly Topic[];
    /** The areas whose styles and scripts it needs. */
    areas?: readonly Area[];
    children: Child;
  },
) {
  // Pages with several areas load so many files that separate parts exceed the size limit
  const cut = areas && areas.length > 1 ? null : Cut;
  return (
    <Document
      frame={frame}
      title={titleIn(frame.workspace, title)}
      layout="shell"
      areas={areas}
    >
      <a class="skip" href="#main">Skip to content</a>
      {cut}
      {frame.sidebar}
      {cut}
      <div class="stage">
        <header id="bar" class="bar">
          <BarContent
            bar={bar}
            compose={compose}
            creates={creates}
            keys={frame.preferences.shortcuts}
          />
        </header>
        {children}
      </div>
      {cut}
      <Live topics={live} seen={frame.seen} />
      {cut}
      {Peek}
      <MenuLayer />
      <dialog
        class="dialog"
        data-kind="sheet"
        aria-labelledby="composer-head"
        hx-sync="replace"
        x-data="composer"
      >
        <div id="composer"></div>
        {composerShell}
        {frame.who !== "members" && projectComposerShell}
      </dialog>
      <KeysDialog on={frame.preferences.shortcuts} who={frame.who} />
    </Document>
  );
}

/** The content of the top bar. @param props.keys whether single-key shortcuts are on */
export function BarContent({ bar, compose, creates, keys }: BarProps & { keys: boolean }) {
  const name = creates?.name ?? "New task";
  return (
    <>
      <button
        type="button"
        class="button drawer-button"
        data-kind="quiet"
        data-shape="icon"
        popovertarget="sidebar"
        aria-label="Open sidebar"
      >
        <Icon name="menu" />
      </button>
      {bar}
      <a
        class="button bar-search"
        data-kind="quiet"
        href={commandPath}
        data-next="#search"
        data-palette
        aria-keyshortcuts={keys ? "Control+K /" : "Control+K"}
        aria-label="Search"
        title="Search (Ctrl K)"
      >
        <Icon name="search" />
        <span class="optional">Search</span>
      </a>
      <a
        class="button bar-new"
        href={creates?.href ?? composePath(compose)}
        data-compose
        aria-keyshortcuts={keys ? "c" : undefined}
        aria-label={name}
        title={`${name} (C)`}
      >
        <Icon name="plus" />
        <span>{name}</span>
      </a>
    </>
  );
}
