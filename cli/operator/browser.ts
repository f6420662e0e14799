import { writeError } from "../output.ts";

const openers: Partial<Record<typeof Deno.build.os, [program: string, ...words: string[]]>> = {
  darwin: ["open"],
  windows: ["cmd", "/c", "start", ""],
};

/** Opens a page in this machine's browser once the server answers; says so where there is none. */
export async function openWhenUp(origin: string) {
  for (let attempt = 0; attempt < 100 && !await answers(origin); attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const [program, ...words] = openers[Deno.build.os] ?? ["xdg-open"];
  try {
    await new Deno.Command(program, { args: [...words, origin], stdout: "null", stderr: "null" })
      .output();
  } catch {
    writeError(`No browser could be opened from here; open ${origin} yourself.`);
  }
}

async function answers(origin: string): Promise<boolean> {
  try {
    const response = await fetch(`${origin}/health`);
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
