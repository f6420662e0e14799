import type { AvatarColor } from "../../server/domain/vocabulary.ts";
import { Icon } from "../icons.tsx";
import { Avatar } from "../ui/avatar.tsx";
import type { MainPage } from "./main_pages.ts";

export interface SidebarFootProps {
  viewer: { name: string; color: AvatarColor | null; email: string };
  /** The pages that are linked by an icon. */
  pages: readonly MainPage[];
  /** The path of the current page's link. */
  here: string;
}

/** The foot of the sidebar, which doesn't scroll: the viewer and the most important links. */
export function SidebarFoot({ viewer, pages, here }: SidebarFootProps) {
  return (
    <div class="side-foot">
      <Avatar person={viewer} large />
      <bdi class="side-viewer">{viewer.name}</bdi>
      {pages.map(({ name, href, icon, key }) => (
        <a
          class="button"
          data-kind="quiet"
          data-shape="icon"
          href={href}
          data-next="#main"
          title={`${name} (G ${key})`}
          aria-current={here === href ? "page" : undefined}
          data-go={key.toLowerCase()}
        >
          <Icon name={icon} />
          <bdi class="unseen">{name}</bdi>
        </a>
      ))}
      <button
        type="button"
        class="button keys-button"
        data-kind="quiet"
        data-shape="icon"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        data-open="keys"
      >
        <Icon name="keyboard" />
      </button>
    </div>
  );
}
