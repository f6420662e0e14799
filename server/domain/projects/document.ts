import type { SearchText } from "../search/document.ts";

/** What of a project can be found. */
export function projectText(
  project: { key: string; name: string; summary: string | null; description: string | null },
): SearchText {
  const body = [project.summary, project.description].filter((text) => text !== null).join("\n");
  return { keys: project.key, title: project.name, body };
}
