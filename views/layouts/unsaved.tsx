import { Notice } from "../ui/field.tsx";
import { Main } from "./shell.tsx";

/** The fields that hold people's own words, and what they are called. */
export const proseFields = { title: "Title", description: "Description", body: "Comment" };

/** A text that was typed and that no page has a field for. */
export interface Unsaved {
  /** Its field's name in a form. */
  field: keyof typeof proseFields;
  text: string;
}

export const unsavedTitle = "What you typed was not saved";

interface UnsavedProps {
  /** Why it was refused, and what to do next. */
  refusal: string;
  texts: Unsaved[];
  back: { href: string; name: string };
}

/** What was typed and couldn't be taken, in full, to be copied. */
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
        {/* HTML takes a line break away that a textarea begins with */}
        {"\n" + text}
      </textarea>
      <p class="hint" id={`${id}-hint`}>Copy it from here: it is kept nowhere else.</p>
    </div>
  );
}
