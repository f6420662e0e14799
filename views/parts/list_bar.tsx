import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";
import { EditedDot, type ShownView, ViewTools } from "../saved_views/edited.tsx";
import { FavoriteButton, type FavoriteChoice } from "../ui/favorite.tsx";
import { TextFilter } from "../ui/text_filter.tsx";
import { BarMenu } from "./bar_menu.tsx";

interface ListBarProps {
  title: string;
  /** The saved view that it is. */
  shown: Pick<ShownView, "view" | "edited"> | null | undefined;
  /** How many there are, and whether there are more than were counted; null where that isn't known. */
  total: { count: number; more: boolean } | null;
  /** What one of them is called. */
  noun: "task" | "project";
  favorite: FavoriteChoice | null | undefined;
  /** Which part of the list it is, where it is no view. */
  parts?: Child;
  /** The menu of what narrows it, and that of how it is shown. */
  filter: string;
  display: string;
  /** What shows it otherwise by one press. */
  layouts: Child;
  /** Where it is saved as a view. */
  save: string;
  /** What narrows it to a text. */
  text: Omit<Parameters<typeof TextFilter>[0], "name">;
}

/** What narrows a list and how it is shown, beside its title. */
export function ListBar(props: ListBarProps) {
  const { title, shown, total, noun, favorite, parts, filter, display, layouts, save, text } =
    props;
  return (
    <>
      <h1>{title}</h1>
      <EditedDot shown={shown} />
      {total && (
        <span class="bar-count number" id="list-count">
          {`${total.count}${total.more ? "+" : ""}`}
          <span class="unseen">{total.count === 1 ? ` ${noun}` : ` ${noun}s`}</span>
        </span>
      )}
      {favorite && <FavoriteButton {...favorite} />}
      {shown ? <ViewTools shown={shown} /> : parts}
      <BarMenu name="Filter" icon="filter" href={filter} menu="filter" id="add-filter" keys="f" />
      <BarMenu name="Display" icon="display" href={display} menu="display" />
      {layouts}
      {!shown && <SaveView href={save} />}
      <TextFilter {...text} name="Filter by text" />
    </>
  );
}

/** Saves the list as it is shown. */
function SaveView({ href }: { href: string }) {
  const name = "Save as a view";
  return (
    <a
      class="button"
      data-kind="quiet"
      data-shape="icon"
      id="save-view"
      href={href}
      data-menu="save-view"
      aria-label={name}
      title={name}
    >
      <Icon name="save-view" />
    </a>
  );
}
