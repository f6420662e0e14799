import type { View } from "../../server/domain/saved_views/schema.ts";
import { Icon } from "../icons.tsx";
import { type ListQuery, viewPath } from "../paths.ts";
import { type Choice, Menu } from "../ui/menu.tsx";
import { editViewPath, saveViewPath } from "../view_paths.ts";

interface ViewActionsProps {
  view: View;
  /** The list that it is shown as. */
  query: ListQuery;
  /** Whether who looks may change it. */
  editable: boolean;
  favorite: boolean;
  /** Whose it is; null for who looks. */
  owner: string | null;
  /** The team or project whose it is. */
  scopeName: string | null;
}

/** Everything that one can do with a view. */
export function ViewActionsMenu(props: ViewActionsProps) {
  const { view, query, editable, favorite } = props;
  const { key, name, subscribed } = view;
  const archived = view.archivedAt !== null;
  const edit: Choice = {
    name: "Edit name and scope…",
    icon: <Icon name="pencil" />,
    href: editViewPath(key),
    menu: "edit-view",
  };
  const again: Choice = {
    name: "Save as a new view…",
    icon: <Icon name="duplicate" />,
    href: saveViewPath(query),
    menu: "save-view",
  };
  const copy: Choice = {
    name: "Copy link",
    icon: <Icon name="link" />,
    copies: { what: "page", task: viewPath(key), title: name },
  };
  const pin: Choice = {
    name: favorite ? "Remove from favorites" : "Add to favorites",
    icon: <Icon name="star" />,
    send: { name: "act", value: favorite ? "unfavorite" : "favorite" },
  };
  const hear: Choice = {
    name: subscribed ? "Don’t tell me of it" : "Tell me what comes in",
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
      action={viewPath(key)}
      groups={[{
        choices: [
          ...(editable && !archived ? [edit] : []),
          again,
          copy,
          ...(archived ? [] : [pin, hear]),
          ...(editable ? [shelve] : []),
        ],
      }]}
      below={<p class="menu-hint">{whoseWords(props)}</p>}
    />
  );
}

/** Whose a view is, in words. */
export function whoseWords(
  { view: { scope }, owner, scopeName }: Pick<ViewActionsProps, "view" | "owner" | "scopeName">,
) {
  const by = owner === null ? "Yours" : (
    <>
      By <bdi>{owner}</bdi>
    </>
  );
  if (scope === "personal") return <>{by}, for you alone</>;
  if (scope === "workspace") return <>{by}, for everybody</>;
  return (
    <>
      {by}, for <bdi>{scopeName ?? `a ${scope} that is archived`}</bdi>
    </>
  );
}
