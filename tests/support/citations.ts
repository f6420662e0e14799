import { readSources, type Source } from "./source.ts";

/** A document that a text names, and where it stands one of its sections: `RULES.md`, Permissions. */
const CITED = /`([\w./-]+\.md)`(?:, ([A-Z][\w' ]+))?/g;
/** Work that was ordered somewhere else: nobody who reads the code can look it up. */
const ELSEWHERE = /\bissue #?\d+/i;

/**
 * What texts cite and a reader of the repository can't look up, each as `path: citation`.
 * @param documents the Markdown at the top of the repository
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

/** A comment's lines as one, since a citation may go over a line's end. */
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

/** The documents that a comment may cite. */
export async function documents(): Promise<Source[]> {
  return (await readSources([".md"])).filter(({ path }) => !path.includes("/"));
}
