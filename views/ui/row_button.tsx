import { Icon, type IconName } from "../icons.tsx";

/** A button of a row, with a shortcut that works while the row has the focus. */
export function RowButton({ act, name, of, icon, press }: {
  act: string;
  name: string;
  /** The row's title. */
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
