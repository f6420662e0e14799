import { bareCode, type Source } from "./source.ts";

/** A function that is declared by its name, and what it calls its parameters; `{}` and `[]` for what is taken apart. */
interface Declared {
  name: string;
  parameters: string[];
}

/** What of an operation's context nobody passes on its own. */
const parts = ["tx", "db", "actor", "now"];

/**
 * Every function of these files that takes an operation's context apart: that asks for a database, or for two parts.
 * One alone is a thing of its own: a member whom a rule is about, a moment that a day is told by.
 */
export function takenApart(sources: Source[]): string[] {
  return found(sources, /^export (?:async )?function (\w+)/gm, ({ parameters }) => {
    const own = parameters.filter((one) => parts.includes(one));
    return own.length > 1 || own.includes("tx") || own.includes("db");
  });
}

/** Every function of these files that asks for five things or more. */
export function crowded(sources: Source[]): string[] {
  return found(
    sources,
    /^(?:export )?(?:async )?function (\w+)/gm,
    ({ parameters }) => parameters.length >= 5,
  );
}

function found(sources: Source[], head: RegExp, isWrong: (one: Declared) => boolean): string[] {
  return sources.flatMap(({ path, text }) => {
    const code = bareCode(text);
    return [...code.matchAll(head)]
      .map((match) => ({
        name: match[1]!,
        parameters: parametersAt(code, match.index + match[0].length),
      }))
      .filter(isWrong).map(({ name }) => `${path}: ${name}`);
  });
}

/** The names of a function's parameters. @param at the end of its own name */
function parametersAt(code: string, at: number): string[] {
  const names: string[] = [];
  let depth = 0;
  let named = false;
  for (let i = code.indexOf("(", at + typeParameters(code, at)); i < code.length; i++) {
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
  return names;
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
