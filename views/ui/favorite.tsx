import type { FavoriteKind } from "../../server/domain/favorites/schema.ts";
import { Icon } from "../icons.tsx";
import { favoritePath } from "../paths.ts";

/** A record that can be a favorite, by key or reference, and whether it is one. */
export interface FavoriteChoice {
  kind: FavoriteKind;
  id: string;
  on: boolean;
}

/** The button that adds a record to favorites or removes it. */
export function FavoriteButton({ kind, id, on }: FavoriteChoice) {
  const path = favoritePath(kind, id);
  const name = on ? "Remove from favorites" : "Add to favorites";
  return (
    <form method="post" action={path} hx-post={path}>
      <button
        type="submit"
        class="button favorite"
        data-kind="quiet"
        data-shape="icon"
        name="act"
        value={on ? "remove" : "add"}
        aria-label="Favorite"
        aria-pressed={on ? "true" : "false"}
        aria-keyshortcuts="Alt+F"
        title={`${name} (Alt F)`}
        data-favorite-button
      >
        <Icon name="star" />
      </button>
    </form>
  );
}
