import { Notice } from "../ui/field.tsx";
import { Main } from "./shell.tsx";

/** The fields for people's own text, with their labels. */
export const proseFields = { title: "Title", description: "Description", body: "Comment" };

/** Typed text for which the page has no field. */
export interface Unsaved {
  /** Its field's name in a form. */
  field: keyof typeof proseFields;
  text: string;
}

export const unsavedTitle = "Your text wasn't saved";

interface UnsavedProps {
  /** The reason, and the next step. */
  refusal: string;
  texts: Unsaved[];
  back: { href: string; name: string };
}

/** Shows typed text that couldn't be saved, so that people can copy it. */
export function UnsavedMain({ refusal, texts, back }: UnsavedProps) {
  return (
    <Main kind="settings">
      <div class="form">
        <Notice kind="error">{refusal}</Notice>
        {texts.map(({ field, text }, index) => (
          <UnsavedText field={field} text={text} first={index === 0} />
        ))}
        <div class="form-actions">
          <a class="button" href={back.href}>{back.name}</a>
        </div>
      </div>
    </Main>
  );
}

function UnsavedText({ field, text, first }: Unsaved & { first: boolean }) {
  const id = `unsaved-${field}`;
  return (
    <div class="field">
      <label for={id}>{proseFields[field]}</label>
      <textarea
        class="input"
        id={id}
        rows={field === "title" ? 1 : 8}
        readonly
        autofocus={first}
        aria-describedby={`${id}-hint`}
      >
        {/* HTML removes a line break at the start of a textarea */}
        {"\n" + text}
      </textarea>
      <p class="hint" id={`${id}-hint`}>Copy your text from here. It isn't saved anywhere else.</p>
    </div>
  );
}
