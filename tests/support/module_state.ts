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
  const code = sources.map(({ path, text }) => {
    const bare = bareCode(text);
    // What a module does as it loads, at the start of a line, only makes its state
    const inside = bare.split("\n").filter((line) => line.startsWith(" ")).join("\n");
    const imports = bare.match(/^import [^;]*;$/gm)?.join("\n") ?? "";
    return { path, text: bare, inside, imports };
  });
  return code.flatMap(({ path, text, inside }) =>
    [...text.matchAll(/^(export )?(let|var|const) (\w+)([^]*?);$/gm)]
      .filter(([, exported, kind, name, rest]) => {
        if (kind !== "const" || beginsEmpty(rest!) || writesTo(inside, name!)) return true;
        const imported = new RegExp(`\\b${name}\\b`);
        return exported &&
          code.some((one) => imported.test(one.imports) && writesTo(one.inside, name!));
      })
      .map(([, , , name]) => `${path}: ${name}`)
  );
}

function beginsEmpty(declared: string): boolean {
  const [, value = ""] = declared.split(/ = ([^]*)/);
  return /^(\[\]|\{\}|new (Map|Set)(<[^]*>)?\(\)|new (WeakMap|WeakSet|\w*Cache)\b)/.test(value);
}

/** Returns whether code within functions writes to a variable. */
function writesTo(inside: string, name: string): boolean {
  if (!inside.includes(name)) return false;
  const part = String.raw`(?<![.\w])${name}(\.\w+|\[[^\]\n]+\])`;
  const written = [
    String.raw`(?<![.\w])${name}\.(${writes.join("|")})\(`,
    String.raw`${part}+ (=|[-+*/|&?]+=) `,
    String.raw`${part}+(\+\+|--)`,
    String.raw`\bdelete ${name}[.[]`,
  ];
  return new RegExp(written.join("|")).test(inside);
}
