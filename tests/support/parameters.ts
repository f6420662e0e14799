import { bareCode, type Source } from "./source.ts";

/** A function that is declared by its name. */
interface Declared {
  name: string;
  /** What it calls its parameters; `{}` and `[]` for what is taken apart. */
  parameters: string[];
  /** The same with their types, as they stand there. */
  text: string;
}

/** What of an operation's context nobody passes on its own. */
const parts = ["tx", "db", "actor", "now"];

/** A type of some of a context, by its name or written out. */
const someOfContext = /\bPick<\s*(Read|Write)Context\b|\{[^{}()]*\b(tx|db): (Read)?Db\b/;

/**
 * Every function of these files that takes an operation's context apart: that asks for a database, for two parts or for
 * a type of some of them, or that has a context come after something else. One part alone is a thing of its own: a
 * member whom a rule is about, a moment that a day is told by.
 */
export function takenApart(sources: Source[]): string[] {
  return found(sources, ({ parameters, text }) => {
    const own = parameters.filter((one) => parts.includes(one));
    return own.length > 1 || own.includes("tx") || own.includes("db") ||
      parameters.indexOf("context") > 0 || someOfContext.test(text);
  });
}

/** Every function of these files that asks for five things or more. */
export function crowded(sources: Source[]): string[] {
  return found(sources, ({ parameters }) => parameters.length >= 5);
}

const head = /^(?:export )?(?:async )?function (\w+)/gm;

function found(sources: Source[], isWrong: (one: Declared) => boolean): string[] {
  return sources.flatMap(({ path, text }) => {
    const code = bareCode(text);
    return [...code.matchAll(head)]
      .map((match) => ({
        name: match[1]!,
        ...parametersAt(code, match.index + match[0].length),
      }))
      .filter(isWrong).map(({ name }) => `${path}: ${name}`);
  });
}

/** A function's parameters. @param at the end of its own name */
function parametersAt(code: string, at: number): Omit<Declared, "name"> {
  const names: string[] = [];
  let depth = 0;
  let named = false;
  const start = code.indexOf("(", at + typeParameters(code, at));
  let i = start;
  for (; i < code.length; i++) {
    const [token = ""] = code.slice(i).match(/^(?:\w+|=>|.)/s)!;
    i += token.length - 1;
    if (depth === 1 && !named && /[\w{[]/.test(token[0]!)) {
      names.push(/\w/.test(token[0]!) ? token : token + (token === "{" ? "}" : "]"));
      named = true;
    }
    if (/^[([{<]$/.test(token)) depth++;
    if (/^[)\]}>]$/.test(token)) depth--;
    if (depth === 1 && token === ",") named = false;
    if (depth === 0) break;
  }
  return { parameters: names, text: code.slice(start, i) };
}

/** How many characters a function's type parameters take. */
function typeParameters(code: string, at: number): number {
  if (code[at] !== "<") return 0;
  let depth = 0;
  for (let i = at; i < code.length; i++) {
    if (code[i] === "<") depth++;
    if (code[i] === ">" && code[i - 1] !== "=" && --depth === 0) return i - at;
  }
  return 0;
}
