import { raw } from "hono/html";
import { Icon, type IconName } from "../icons.tsx";

/**
 * The panel that shows a record beside its list. It starts closed. `static/js/peek.js` opens it and loads its content
 * from the record's page.
 */
export const Peek = raw(String(
  <div
    id="peek"
    class="peek"
    role="dialog"
    aria-labelledby="peek-name"
    tabindex={-1}
    hx-sync="replace"
    hidden
  >
    <div class="peek-bar">
      <Button act="previous" name="Previous" icon="chevron-up" shortcut="K" />
      <Button act="next" name="Next" icon="chevron-down" shortcut="J" />
      <p id="peek-name" class="peek-name"></p>
      <div id="peek-tools" class="peek-tools"></div>
      <a
        class="button"
        data-kind="quiet"
        data-shape="icon"
        data-peek-act="page"
        aria-label="Open full page"
        title="Open full page (Enter)"
      >
        <Icon name="maximize" />
      </a>
      <Button act="close" name="Close" icon="close" shortcut="Escape" />
    </div>
    <div id="peek-page" class="detail"></div>
    <template id="peek-waiting">
      <div class="peek-note">
        <p class="detail-title" data-title></p>
        <p data-said role="status"></p>
        <button type="button" class="button" data-peek-act="again" hidden>Try again</button>
      </div>
    </template>
  </div>,
));

function Button({ act, name, icon, shortcut }: {
  act: string;
  name: string;
  icon: IconName;
  shortcut: string;
}) {
  return (
    <button
      type="button"
      class="button"
      data-kind="quiet"
      data-shape="icon"
      data-peek-act={act}
      aria-label={name}
      aria-keyshortcuts={shortcut}
      title={`${name} (${shortcut === "Escape" ? "Esc" : shortcut})`}
    >
      <Icon name={icon} />
    </button>
  );
}

/** The error of a record that the panel can't show. */
export function PeekError({ title, message, hint }: {
  title: string;
  message: string;
  hint: string | undefined;
}) {
  return (
    <div class="peek-note">
      <h2 class="detail-title">{title}</h2>
      <p>{[message, hint].filter(Boolean).join(" ")}</p>
    </div>
  );
}
