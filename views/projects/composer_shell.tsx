import { newProjectPath } from "../project_paths.ts";
import { composerBeginning } from "../parts/composer_beginning.tsx";
import { markdownHint } from "../ui/markdown_field.tsx";

/** Prompts of the project composer. */
export const projectNameHint = "Project name";
export const projectTextHint = `Add a description. ${markdownHint}`;

export const projectComposerShell = composerBeginning({
  at: newProjectPath,
  heading: "New project",
  label: "Name",
  hint: projectNameHint,
  textHint: projectTextHint,
  submit: "Create project",
});
