import { writeError } from "./output.ts";

const openers: Partial<Record<typeof Deno.build.os, [program: string, ...words: string[]]>> = {
  darwin: ["open"],
  windows: ["cmd", "/c", "start", ""],
};

/** Opens a page in this machine's browser, or reports that it can't. */
export async function openBrowser(url: string) {
  const [program, ...words] = openers[Deno.build.os] ?? ["xdg-open"];
  try {
    await new Deno.Command(program, { args: [...words, url], stdout: "null", stderr: "null" })
      .output();
  } catch {
    writeError(`Can't open a browser. Open ${url}.`);
  }
}
