import type { Child } from "hono/jsx";
import type { Topic } from "../../server/domain/live/topics.ts";
import { Icon } from "../icons.tsx";
import { commandPath, composePath } from "../paths.ts";
import { composerShell } from "../tasks/composer_shell.tsx";
import { projectComposerShell } from "../projects/composer_shell.tsx";
import { KeysDialog } from "../ui/keys_dialog.tsx";
import { Cut } from "./cut.ts";
import { Document } from "./document.tsx";
import type { Area, ShellFrame } from "./frame.ts";
import { Live } from "./live.tsx";
import { Peek } from "./peek.tsx";

interface BarProps {
  /** What page this is, and what one can do with the whole of it. */
  bar: Child;
  /** What the composer starts with when it is opened from here. */
  compose?: Record<string, string | undefined> | undefined;
  /** What one makes from here in place of a task. */
  creates?: Creates | undefined;
}

/** Something that is made in the composer in place of a task. */
export interface Creates {
  href: string;
  /** What the button is called: "New project". */
  name: string;
}

/** A page's title, as the browser's tab shows it. */
export function titleIn(workspace: { name: string }, title: string): string {
  return `${title} · ${workspace.name} · Backlog`;
}

/** The part of a page that changes when what it shows changes; swapped alone where the rest stays. */
export function Main({ kind, list, look, folds, address, children }: {
  kind: string;
  /** Whether it is one that Back gives as it was left, and records lead back to. */
  list?: true;
  /** What the rows of a list don't show, and how high they are. */
  look?: { hidden: readonly string[]; density: string } | undefined;
  /** What is told which of its groups are folded. */
  folds?: string;
  /** What the browser's address becomes, where it says less than the page shows. */
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
    /** What there may be news of while it is open. */
    live?: readonly Topic[];
    /** The part of the product that it belongs to. */
    areas?: readonly Area[];
    children: Child;
  },
) {
  // A page of several areas brings so many files that its first load has no room for parts
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
      <div
        id="menu"
        class="menu-layer"
        popover="auto"
        role="dialog"
        aria-label="Choose"
        tabindex={-1}
        hx-sync="replace"
        x-data="menu"
      >
      </div>
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

/** The top bar's content. @param props.keys whether single keys do something */
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
