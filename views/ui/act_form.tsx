import { Icon, type IconName } from "../icons.tsx";

/** A form with one button, shown as an icon, as words, or both. */
export function ActForm({ path, act, name, title, icon, words, kind = "quiet", next }: {
  path: string;
  /** The value of `act`, if the URL has several actions. */
  act?: string;
  /** The accessible name. */
  name: string;
  /** The tooltip, if it differs from the accessible name. */
  title?: string;
  icon?: IconName;
  /** The visible text. Without it, only the icon is visible. */
  words?: string;
  kind?: "quiet" | "plain";
  /** The element that gets the focus. */
  next?: string;
}) {
  return (
    <form method="post" action={path} hx-post={path} data-next={next}>
      <button
        type="submit"
        class="button"
        data-kind={kind === "plain" ? undefined : kind}
        data-shape={words ? undefined : "icon"}
        name={act && "act"}
        value={act}
        aria-label={name}
        title={words ? undefined : title ?? name}
      >
        {icon && <Icon name={icon} />}
        {words && <span>{words}</span>}
      </button>
    </form>
  );
}
