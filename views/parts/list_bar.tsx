import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";
import { EditedDot, type ShownView, ViewTools } from "../saved_views/edited.tsx";
import { FavoriteButton, type FavoriteChoice } from "../ui/favorite.tsx";
import { TextFilter } from "../ui/text_filter.tsx";
import { BarMenu } from "./bar_menu.tsx";

interface ListBarProps {
  title: string;
  /** The saved view of the list, if any. */
  shown: Pick<ShownView, "view" | "edited"> | null | undefined;
  /** The counted records and whether there are more, or `null` if unknown. */
  total: { count: number; more: boolean } | null;
  /** The name of a record. */
  noun: "task" | "project";
  favorite: FavoriteChoice | null | undefined;
  /** Links to the parts of a list that isn't a view. */
  parts?: Child;
  /** The URLs of the filter and display menus. */
  filter: string;
  display: string;
  /** Buttons that change the layout. */
  layouts: Child;
  /** The URL that saves the list as a view. */
  save: string;
  /** The text filter. */
  text: Omit<Parameters<typeof TextFilter>[0], "name">;
}

/** The filters and display options of a list, beside its title. */
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

/** The button that saves the list as a view. */
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
