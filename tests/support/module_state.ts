import { bareCode, type Source } from "./source.ts";

/** What changes a collection or a record. */
const writes = [
  "set",
  "add",
  "delete",
  "clear",
  "push",
  "pop",
  "shift",
  "unshift",
  "splice",
  "sort",
  "reverse",
];

/**
 * Every variable of a module that can hold what one request leaves to the next: one that is declared to change, a
 * collection that begins empty or holds on to others' objects, and any other that is written to by its name.
 */
export function moduleState(sources: Source[]): string[] {
  const code = sources.map(({ path, text }) => ({ path, text: bareCode(text) }));
  return code.flatMap(({ path, text }) =>
    [...text.matchAll(/^(export )?(let|var|const) (\w+)([^]*?);$/gm)]
      .filter(([, exported, kind, name, rest]) => {
        if (kind !== "const" || beginsEmpty(rest!) || writesTo(text, name!)) return true;
        return exported &&
          code.some((one) => importing(name!).test(one.text) && writesTo(one.text, name!));
      })
      .map(([, , , name]) => `${path}: ${name}`)
  );
}

function importing(name: string): RegExp {
  return new RegExp(`^import [^;]*\\b${name}\\b[^;]*from`, "m");
}

function beginsEmpty(declared: string): boolean {
  const [, value = ""] = declared.split(/ = ([^]*)/);
  return /^(\[\]|\{\}|new (Map|Set)(<[^]*>)?\(\)|new (WeakMap|WeakSet|\w*Cache)\b)/.test(value);
}

/** Whether a function writes to it: what a module does as it loads, at the start of a line, only makes it. */
function writesTo(text: string, name: string): boolean {
  const inside = text.split("\n").filter((line) => line.startsWith(" ")).join("\n");
  const part = String.raw`(?<![.\w])${name}(\.\w+|\[[^\]\n]+\])`;
  const written = [
    String.raw`(?<![.\w])${name}\.(${writes.join("|")})\(`,
    String.raw`${part}+ (=|[-+*/|&?]+=) `,
    String.raw`${part}+(\+\+|--)`,
    String.raw`\bdelete ${name}[.[]`,
  ];
  return new RegExp(written.join("|")).test(inside);
}
