import { Icon, type IconName } from "../icons.tsx";

/** One thing that is done to what it stands beside, by a button with an icon alone, or with words. */
export function ActForm({ path, act, name, title, icon, words, kind = "quiet", next }: {
  path: string;
  /** Which of the things that are done there; none where there is one. */
  act?: string;
  /** What it does to what, as it is heard. */
  name: string;
  /** What is seen of that by who points at it; all, unless it says less. */
  title?: string;
  icon?: IconName;
  /** What the button says to whoever sees it; an icon says it otherwise. */
  words?: string;
  kind?: "quiet" | "danger" | "plain";
  /** Where the focus goes. */
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
