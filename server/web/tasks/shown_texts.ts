import { type ShownTexts, writeMarkdown } from "../../../views/markdown.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { readTaskTexts } from "../../domain/tasks/texts.ts";
import type { PageContext } from "../context.ts";

/** Where texts stand: whom a mention calls depends on it. */
type Place = { taskId: string } | { projectId: string };

/** Texts of a task as HTML. @throws NotFound for the task */
export function showTexts(at: PageContext<Member>, taskId: string, texts: readonly string[]) {
  return showTextsOf(at, { taskId }, texts);
}

/** Texts of a project as HTML. @throws NotFound for the project */
export function showProjectTexts(
  at: PageContext<Member>,
  projectId: string,
  texts: readonly string[],
) {
  return showTextsOf(at, { projectId }, texts);
}

/**
 * Texts as HTML. One that names nobody and no task is the same wherever it is shown, and drawn once; whom and
 * what another names is for each place and each moment to say.
 * @throws NotFound for the place
 */
async function showTextsOf(
  { ask, memory }: PageContext<Member>,
  place: Place,
  texts: readonly string[],
): Promise<ShownTexts> {
  const shown = new Map<string, string>();
  const unread = new Set<string>();
  for (const text of texts) {
    const known = memory.texts.get(text);
    if (known === undefined) unread.add(text);
    else shown.set(text, known);
  }
  if (unread.size === 0) return shown;
  const read = await ask(readTaskTexts, { ...place, texts: [...unread] });
  for (const [text, { mentions, references }] of read.texts) {
    const html = writeMarkdown(text, read);
    shown.set(text, html);
    if (mentions.length + references.length === 0) memory.texts.keep(text, html);
  }
  return shown;
}
