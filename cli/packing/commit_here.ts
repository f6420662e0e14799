/** Returns a folder's commit, `6d49dcc7` or `6d49dcc7-dirty`; empty without a repository or Git. */
export function commitHere(folder: string): string {
  try {
    const { success, stdout } = new Deno.Command("git", {
      args: ["describe", "--always", "--dirty", "--exclude=*"],
      cwd: folder,
      stderr: "null",
    }).outputSync();
    return success ? new TextDecoder().decode(stdout).trim() : "";
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}
