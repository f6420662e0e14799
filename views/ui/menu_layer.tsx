/** The layer in which menus open, over every page that has them. */
export function MenuLayer() {
  return (
    <div
      id="menu"
      class="menu-layer"
      popover="auto"
      role="dialog"
      aria-label="Choose"
      tabindex={-1}
      hx-sync="replace"
      x-data="menu"
    >
    </div>
  );
}
