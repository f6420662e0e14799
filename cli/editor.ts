import { Failure } from "./failure.ts";

/** Returns the words of the editor's command line; empty if none is set. */
export function editorWords(): string[] {
  const named = Deno.env.get("VISUAL") || Deno.env.get("EDITOR") || "";
  return named.split(/\s+/).filter(Boolean);
}

/**
 * Opens the editor and returns the text, without line breaks at its end.
 * @throws Failure if the editor can't be started or the text is empty
 */
export async function writtenInEditor([program, ...words]: string[]): Promise<string> {
  const file = Deno.makeTempFileSync({ prefix: "backlog-", suffix: ".md" });
  try {
    if (!await ran(program!, [...words, file])) {
      throw new Failure(
        `${program} can't be started here. To read the text from a file, use - < FILE.`,
      );
    }
    return requireText(Deno.readTextFileSync(file));
  } finally {
    Deno.removeSync(file);
  }
}

/** Returns text without line breaks at its end. @throws Failure if the text is empty */
export function requireText(text: string): string {
  if (!/[^\t-\r ]/.test(text)) throw new Failure("The text is empty. Nothing was changed.");
  return text.replace(/\n+$/, "");
}

/** Runs a program in this terminal. @returns whether it succeeded */
async function ran(program: string, args: string[]): Promise<boolean> {
  const here = { stdin: "inherit", stdout: "inherit", stderr: "inherit" } as const;
  try {
    return (await new Deno.Command(program, { args, ...here }).output()).success;
  } catch {
    return false;
  }
}
