import type { View } from "../../server/domain/saved_views/schema.ts";
import { Icon } from "../icons.tsx";
import { favoriteChoice } from "../parts/actions_menu.tsx";
import { type Choice, Menu } from "../ui/menu.tsx";
import { editViewPath, savedViewPath } from "../view_paths.ts";

interface ViewActionsProps {
  view: View;
  /** The URL that saves the shown list as a new view. */
  saveAs: string;
  /** Whether the viewer can change it. */
  editable: boolean;
  favorite: boolean;
  /** The owner's name, or `null` for the viewer. */
  owner: string | null;
  /** The team or project it belongs to. */
  scopeName: string | null;
}

/** The menu of all actions on a view. */
export function ViewActionsMenu(props: ViewActionsProps) {
  const { view, saveAs, editable, favorite } = props;
  const { name, subscribed } = view;
  const path = savedViewPath(view);
  const archived = view.archivedAt !== null;
  const edit: Choice = {
    name: "Edit view…",
    icon: <Icon name="pencil" />,
    href: editViewPath(view),
    menu: "edit-view",
  };
  const again: Choice = {
    name: "Save as new view…",
    icon: <Icon name="duplicate" />,
    href: saveAs,
    menu: "save-view",
  };
  const copy: Choice = {
    name: "Copy link",
    icon: <Icon name="link" />,
    copies: { what: "page", task: path, title: name },
  };
  const hear: Choice = {
    name: subscribed ? "Unsubscribe" : "Subscribe",
    icon: <Icon name={subscribed ? "bell-off" : "bell"} />,
    send: { name: "act", value: subscribed ? "unsubscribe" : "subscribe" },
  };
  const shelve: Choice = {
    name: archived ? "Restore" : "Archive",
    icon: <Icon name={archived ? "restore" : "archive"} />,
    send: { name: "act", value: archived ? "restore" : "archive" },
  };
  return (
    <Menu
      name={name}
      action={path}
      groups={[{
        choices: [
          ...(editable && !archived ? [edit] : []),
          again,
          copy,
          ...(archived ? [] : [favoriteChoice(favorite), hear]),
          ...(editable ? [shelve] : []),
        ],
      }]}
      below={
        <p class="menu-hint">
          {describeOwnerAndAudience(props)}
          {!editable && ". Only the view's owner and workspace owners and admins can change it."}
        </p>
      }
    />
  );
}

/** Describes a view's owner and audience. */
export function describeOwnerAndAudience(
  { view: { scope }, owner, scopeName }: Pick<ViewActionsProps, "view" | "owner" | "scopeName">,
) {
  const by = owner === null ? "Yours" : (
    <>
      By <bdi>{owner}</bdi>
    </>
  );
  if (scope === "personal") return <>{by}, private</>;
  if (scope === "workspace") return <>{by}, visible to everyone</>;
  return (
    <>
      {by}, visible to <bdi>{scopeName ?? `an archived ${scope}`}</bdi>
    </>
  );
}
