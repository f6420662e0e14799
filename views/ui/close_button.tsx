import { Icon } from "../icons.tsx";

/** The button that closes the dialog around it. */
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
