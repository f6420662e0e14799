import { readSources, type Source } from "./source.ts";

/** A named document, optionally with a section: `RULES.md`, Permissions. */
const CITED = /`([\w./-]+\.md)`(?:, ([A-Z][\w' ]+))?/g;
/** References to work items in other systems, which readers of the code can't look up. */
const ELSEWHERE = /\bissue #?\d+/i;

/**
 * Returns citations that readers of the repository can't look up, each as `path: citation`.
 * @param documents the Markdown files in the root of the repository
 */
export function lostCitations(sources: Source[], documents: Source[]): string[] {
  const texts = new Map(documents.map(({ path, text }) => [path, text]));
  return sources.flatMap(({ path, text }) => [
    ...[...joined(text).matchAll(CITED)]
      .filter(([, document, section]) => !stands(texts.get(document!), section))
      .map(([citation]) => `${path}: ${citation}`),
    ...[...text.match(ELSEWHERE) ?? []].map((citation) => `${path}: ${citation}`),
  ]);
}

/** Joins a comment's lines, because a citation can span two lines. */
function joined(text: string): string {
  return text.replace(/\n\s*(\*(?!\/)|\/\/|#)?\s*/g, " ");
}

function stands(document: string | undefined, section: string | undefined): boolean {
  if (document === undefined) return false;
  return section === undefined || headings(document).some((heading) => section.startsWith(heading));
}

function headings(document: string): string[] {
  return [...document.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!);
}

/** Returns the documents that comments can cite. */
export async function documents(): Promise<Source[]> {
  return (await readSources([".md"])).filter(({ path }) => !path.includes("/"));
}
