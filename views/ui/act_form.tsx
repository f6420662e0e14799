import { Icon, type IconName } from "../icons.tsx";

/** One thing that is done to what it stands beside, by a button with an icon alone. */
export function ActForm({ path, act, name, title, icon, next }: {
  path: string;
  act: string;
  /** What it does to what, as it is heard. */
  name: string;
  /** What is seen of that; all, unless it says less. */
  title?: string;
  icon: IconName;
  /** Where the focus goes. */
  next?: string;
}) {
  return (
    <form method="post" action={path} hx-post={path} data-next={next}>
      <button
        type="submit"
        class="button"
        data-kind="quiet"
        data-shape="icon"
        name="act"
        value={act}
        aria-label={name}
        title={title ?? name}
      >
        <Icon name={icon} />
      </button>
    </form>
  );
}
