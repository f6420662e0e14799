import { Icon } from "../icons.tsx";
import type { Frame } from "../layouts/frame.ts";
import { publicSearchPath } from "../palette/public_pages.ts";

/** The link that opens the public site's palette, or its search page without scripts. */
export function PublicSearchLink({ frame }: { frame: Frame }) {
  const { assets, preferences } = frame;
  return (
    <a
      class="button public-search"
      data-kind="quiet"
      href={publicSearchPath}
      data-next="#search"
      data-palette
      data-pages={assets.publicPages}
      aria-keyshortcuts={preferences.shortcuts ? "Control+K /" : "Control+K"}
      title="Search (Ctrl K)"
    >
      <Icon name="search" />
      <span class="optional">Search</span>
      <span class="keys" aria-hidden="true">
        <kbd class="key">Ctrl</kbd> <kbd class="key">K</kbd>
      </span>
    </a>
  );
}
