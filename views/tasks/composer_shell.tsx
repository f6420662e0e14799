import { composerPath } from "../paths.ts";
import { markdownHint } from "../ui/markdown_field.tsx";
import { composerBeginning } from "../parts/composer_beginning.tsx";

/** The placeholders of a new task's title and description. */
export const titleHint = "Task title";
export const textHint = `Add a description. ${markdownHint}`;

export const composerShell = composerBeginning({
  at: composerPath,
  heading: "New task",
  label: "Title",
  hint: titleHint,
  textHint,
  submit: "Create task",
});
