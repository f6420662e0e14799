import { editorWords, requireText, writtenInEditor } from "./editor.ts";
import { Failure } from "./failure.ts";

const encoder = new TextEncoder();

/**
 * Asks on standard error, which keeps standard output for the response, and reads a line from standard input.
 * @throws Failure if the input ends
 */
export function askFor(question: string): string {
  Deno.stderr.writeSync(encoder.encode(question));
  return readLine();
}

/** Does the same as `askFor`, without showing the typed text. */
export function askForSecret(question: string): string {
  if (!Deno.stdin.isTerminal()) return askFor(question);
  Deno.stderr.writeSync(encoder.encode(question));
  Deno.stdin.setRaw(true, { cbreak: true });
  try {
    return readLine();
  } finally {
    Deno.stdin.setRaw(false);
    Deno.stderr.writeSync(encoder.encode("\n"));
  }
}

/** Reads one line byte by byte, which leaves the rest for the next question. */
function readLine(): string {
  const bytes: number[] = [];
  const one = new Uint8Array(1);
  while (true) {
    const read = Deno.stdin.readSync(one);
    const byte = one[0] ?? 0;
    if (read === null && bytes.length === 0) {
      throw new Failure("The input ended early. Run the command again.");
    }
    if (read === null || byte === 10 || byte === 13) break;
    if (byte === 127 || byte === 8) bytes.pop();
    else bytes.push(byte);
  }
  return new TextDecoder().decode(new Uint8Array(bytes)).trim();
}

/**
 * Reads the text of a value given as `-`: all of standard input, without line breaks at its end. On a terminal, opens the
 * editor, or says how to type the text if no editor is set.
 * @throws Failure if the text is empty, because a failed command before the pipe would otherwise clear a field
 */
export async function readInput(): Promise<string> {
  const editor = editorWords();
  if (Deno.stdin.isTerminal()) {
    if (editor.length > 0) return await writtenInEditor(editor);
    remark("Type the text, and press Ctrl+D on an empty line to end it.");
  }
  return requireText(await new Response(Deno.stdin.readable).text());
}

/** Prints a note to standard error. */
export function remark(text: string) {
  Deno.stderr.writeSync(encoder.encode(`${text}\n`));
}
