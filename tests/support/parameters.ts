import { bareCode, type Source } from "./source.ts";

/** A function declared by name. */
interface Declared {
  name: string;
  /** The names of its parameters, with `{}` and `[]` for destructured ones. */
  parameters: string[];
  /** The parameters with their types, as written. */
  text: string;
}

/** The members of an operation's context that functions must not take separately. */
const parts = ["tx", "db", "actor", "now"];

/** A type of some members of a context, by name or written inline. */
const someOfContext = /\bPick<\s*(Read|Write)Context\b|\{[^{}()]*\b(tx|db): (Read)?Db\b/;

/**
 * Returns each function in these files that takes a context apart: one that takes a database, two members, or a type of
 * some members, or one whose context isn't the first parameter. A single member is allowed, such as the member that a
 * rule checks or the current time.
 */
export function takenApart(sources: Source[]): string[] {
  return found(sources, ({ parameters, text }) => {
    const own = parameters.filter((one) => parts.includes(one));
    return own.length > 1 || own.includes("tx") || own.includes("db") ||
      parameters.indexOf("context") > 0 || someOfContext.test(text);
  });
}

/** Returns each function in these files with five or more parameters. */
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

/** Returns a function's parameters. @param at the position after the function's name */
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

/** Returns the length of a function's type parameters in characters. */
function typeParameters(code: string, at: number): number {
  if (code[at] !== "<") return 0;
  let depth = 0;
  for (let i = at; i < code.length; i++) {
    if (code[i] === "<") depth++;
    if (code[i] === ">" && code[i - 1] !== "=" && --depth === 0) return i - at;
  }
  return 0;
}
