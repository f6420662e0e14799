import { editorWords, writtenInEditor } from "./editor.ts";
import { Failure } from "./failure.ts";

const encoder = new TextEncoder();

/**
 * Asks on standard error, so that standard output holds the answer alone, and reads a line from standard input.
 * @throws Failure when the input ended
 */
export function askFor(question: string): string {
  Deno.stderr.writeSync(encoder.encode(question));
  return readLine();
}

/** As `askFor`, without showing what is typed. */
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

/** One line, byte by byte, so that what follows it stays for the next question. */
function readLine(): string {
  const bytes: number[] = [];
  const one = new Uint8Array(1);
  while (true) {
    const read = Deno.stdin.readSync(one);
    const byte = one[0] ?? 0;
    if (read === null && bytes.length === 0) throw new Failure("The input ended; run it again.");
    if (read === null || byte === 10 || byte === 13) break;
    if (byte === 127 || byte === 8) bytes.pop();
    else bytes.push(byte);
  }
  return new TextDecoder().decode(new Uint8Array(bytes)).trim();
}

/**
 * What a value given as `-` stands for: all of standard input, without line breaks at its end, as a shell has it; where
 * somebody sits at a terminal and names an editor, what they write in that.
 */
export async function readInput(): Promise<string> {
  const editor = editorWords();
  if (Deno.stdin.isTerminal() && editor.length > 0) return await writtenInEditor(editor);
  const text = await new Response(Deno.stdin.readable).text();
  return text.replace(/\n+$/, "");
}

/** A remark for a person in the middle of a conversation. */
export function remark(text: string) {
  Deno.stderr.writeSync(encoder.encode(`${text}\n`));
}
