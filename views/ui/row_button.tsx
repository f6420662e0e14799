import { Icon, type IconName } from "../icons.tsx";

/** What a row does by a button of its form, and by a key for who stands on the row. */
export function RowButton({ act, name, of, icon, press }: {
  act: string;
  name: string;
  /** What the row is called. */
  of: string;
  icon: IconName;
  press: string;
}) {
  return (
    <button
      type="submit"
      class="button"
      data-kind="quiet"
      data-shape="icon"
      name="act"
      value={act}
      aria-label={`${name}: ${of}`}
      aria-keyshortcuts={press}
      title={`${name} (${press})`}
      data-row-key={press.toLowerCase()}
    >
      <Icon name={icon} />
    </button>
  );
}
