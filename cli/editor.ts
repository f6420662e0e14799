import { Failure } from "./failure.ts";

/** The editor that somebody wants, as words; nothing where none is named. */
export function editorWords(): string[] {
  const named = Deno.env.get("VISUAL") || Deno.env.get("EDITOR") || "";
  return named.split(/\s+/).filter(Boolean);
}

/**
 * What somebody writes in their editor, without line breaks at its end.
 * @throws Failure when it can't be started, or nothing was written
 */
export async function writtenInEditor([program, ...words]: string[]): Promise<string> {
  const file = Deno.makeTempFileSync({ prefix: "backlog-", suffix: ".md" });
  try {
    if (!await ran(program!, [...words, file])) {
      throw new Failure(`${program} can't be used here; give the text as -, with < and a file.`);
    }
    const text = Deno.readTextFileSync(file).replace(/\n+$/, "");
    if (text.trim() === "") throw new Failure("Nothing was written, so nothing was done.");
    return text;
  } finally {
    Deno.removeSync(file);
  }
}

/** Runs a program where we are, in this terminal. @returns whether it did its work */
async function ran(program: string, args: string[]): Promise<boolean> {
  const here = { stdin: "inherit", stdout: "inherit", stderr: "inherit" } as const;
  try {
    return (await new Deno.Command(program, { args, ...here }).output()).success;
  } catch {
    return false;
  }
}
