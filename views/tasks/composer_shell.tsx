import { composerPath } from "../paths.ts";
import { composerBeginning } from "../parts/composer_beginning.tsx";

/** What the composer asks for its title by. */
export const titleHint = "What is to be done?";
export const textHint = "Add a description. Markdown works, @ mentions, # names a task.";

export const composerShell = composerBeginning({
  at: composerPath,
  heading: "New task",
  label: "Title",
  hint: titleHint,
  textHint,
  submit: "Create task",
});
