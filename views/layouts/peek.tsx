import { raw } from "hono/html";
import { Icon, type IconName } from "../icons.tsx";

/**
 * The panel in which one peeks at a record beside its list. What is in it comes when it is asked for, drawn by the
 * record's own page. `static/js/peek.js` opens it; as it comes with a page, it is closed.
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

/** What can't be peeked at, and why. */
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
