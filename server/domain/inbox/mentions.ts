/** How many people one text can call. */
const MOST_MENTIONS = 100;

/** `@ada`, not within a word, an address or a path, and not escaped; `_@ada_` is emphasis. */
const MENTION =
  /(?<![\p{L}\p{N}@/\\.+-]|[\p{L}\p{N}]_)@([a-z0-9][a-z0-9._-]{0,59})(?![\p{L}\p{N}@_-])/giu;
/** A run of backticks opens a block only where no other follows in its line: one look to the end, never back. */
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * The usernames that a Markdown text mentions, lower case, each once, in the order of the text. What stands in a code
 * span or a fenced block is code, and an email address mentions nobody.
 */
export function mentionedUsernames(markdown: string): string[] {
  if (!markdown.includes("@")) return [];
  const found = new Set<string>();
  for (const paragraph of paragraphs(markdown)) {
    for (const match of withoutCodeSpans(paragraph).matchAll(MENTION)) {
      found.add(match[1]!.toLowerCase().replace(/[._-]+$/, ""));
      if (found.size === MOST_MENTIONS) return [...found];
    }
  }
  return [...found];
}

/** The paragraphs outside fenced code: no code span reaches over the end of one. CommonMark 0.31, 4.5 */
function* paragraphs(markdown: string): Generator<string> {
  let fence: string | null = null;
  let lines: string[] = [];
  for (const line of markdown.split("\n")) {
    const mark = FENCE.exec(line)?.[1] ?? null;
    if (fence === null && mark === null && line.trim() !== "") {
      lines.push(line);
      continue;
    }
    if (lines.length > 0) yield lines.join("\n");
    lines = [];
    fence = nextFence(fence, mark, line);
  }
  if (lines.length > 0) yield lines.join("\n");
}

/** Which fence is open after a line: one closes with at least as many of its own marks, and nothing behind them. */
function nextFence(open: string | null, mark: string | null, line: string): string | null {
  if (open === null) return mark;
  const closes = mark !== null && mark.startsWith(open) && line.trim() === mark;
  return closes ? null : open;
}

/** A span ends at the next run of as many backticks; a run without a partner is text. CommonMark 0.31, 6.1 */
function withoutCodeSpans(paragraph: string): string {
  const runs = [...paragraph.matchAll(/`+/g)];
  if (runs.length < 2) return paragraph;
  const closing = nextOfSameLength(runs.map((run) => run[0].length));
  let text = "";
  let from = 0;
  for (let n = 0; n < runs.length; n++) {
    const end = closing[n];
    if (end === undefined) continue;
    text += paragraph.slice(from, runs[n]!.index) + " ";
    from = runs[end]!.index + runs[end]![0].length;
    n = end;
  }
  return text + paragraph.slice(from);
}

/** For each length, where the same one comes next. */
function nextOfSameLength(lengths: number[]): (number | undefined)[] {
  const seen = new Map<number, number>();
  const next: (number | undefined)[] = new Array(lengths.length);
  for (let n = lengths.length - 1; n >= 0; n--) {
    next[n] = seen.get(lengths[n]!);
    seen.set(lengths[n]!, n);
  }
  return next;
}
