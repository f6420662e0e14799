import { Icon } from "../icons.tsx";

/** Closes the dialog that it stands in. */
export function CloseButton() {
  return (
    <button
      type="button"
      class="button"
      data-kind="quiet"
      data-shape="icon"
      aria-label="Close"
      data-close
    >
      <Icon name="close" />
    </button>
  );
}
