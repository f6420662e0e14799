import { raw } from "hono/html";
import { latin1Html } from "../latin1_html.ts";
import { CloseButton } from "../ui/close_button.tsx";

/** The header of the composer's dialog. */
export function ComposerHead({ children }: { children: string }) {
  return (
    <div class="dialog-head">
      <h2 id="composer-head">{children}</h2>
      <CloseButton />
    </div>
  );
}

/** The composer's dialog until the server's composer arrives. People can already type the title. */
export function composerBeginning({ at, heading, label, hint, textHint, submit }: {
  /** The URL of the composer. */
  at: string;
  heading: string;
  label: string;
  hint: string;
  textHint: string;
  submit: string;
}) {
  return raw(latin1Html(String(
    <template data-begin={at}>
      <form class="composer" data-begins>
        <ComposerHead>{heading}</ComposerHead>
        <div class="composer-field">
          <textarea
            class="plain-input composer-title"
            rows={1}
            dir="auto"
            aria-label={label}
            placeholder={hint}
          >
          </textarea>
        </div>
        <p class="composer-wait">{textHint}</p>
        <div class="composer-foot">
          <button type="button" class="button" data-kind="quiet" data-again hidden>
            Try again
          </button>
          <button type="submit" class="button" data-kind="primary" disabled>{submit}</button>
        </div>
      </form>
    </template>,
  )));
}
