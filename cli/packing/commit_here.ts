/** Returns a folder's commit, `6d49dcc7` or `6d49dcc7-dirty`; empty without a repository or Git. */
export function commitHere(folder: string): string {
  return gitLines(["describe", "--always", "--dirty", "--exclude=*"], folder)[0] ?? "";
}

/** Returns the lines that Git prints; none without a repository or Git. */
export function gitLines(args: string[], cwd: string): string[] {
  try {
    const { success, stdout } = new Deno.Command("git", { args, cwd, stderr: "null" }).outputSync();
    return success ? new TextDecoder().decode(stdout).split("\n").filter(Boolean) : [];
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
