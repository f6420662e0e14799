/**
 * Types of highlight.js. Its own types declare a browser's globals for the whole program, which breaks the checks of other
 * files.
 */
interface Highlighter {
  newInstance(): Highlighter;
  registerLanguage(name: string, grammar: unknown): void;
  getLanguage(name: string): unknown;
  highlight(
    code: string,
    options: { language: string; ignoreIllegals: boolean },
  ): { value: string };
}

/** The highlighter. Its grammars are typed by this file too, but are only passed on. */
declare const highlighter: Highlighter;
export default highlighter;
