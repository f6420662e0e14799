import { bareCode, type Source } from "./source.ts";

/** Methods that change a collection or a record. */
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
 * Returns each module-level variable that can carry data from one request to the next: a `let`, a collection that
 * starts empty or refers to other objects, and any variable that is written to by name.
 */
export function moduleState(sources: Source[]): string[] {
  const code = sources.map(({ path, text }) => {
    const bare = bareCode(text);
    // Top-level statements only create a module's initial state
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
