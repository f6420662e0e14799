import { newProjectPath } from "../project_paths.ts";
import { composerBeginning } from "../parts/composer_beginning.tsx";

/** What the composer of a project asks by. */
export const projectNameHint = "What is the project called?";
export const projectTextHint = "Add a description. Markdown works, @ mentions.";

export const projectComposerShell = composerBeginning({
  at: newProjectPath,
  heading: "New project",
  label: "Name",
  hint: projectNameHint,
  textHint: projectTextHint,
  submit: "Create project",
});
