/** The commit that a folder is at, `6d49dcc7` or `6d49dcc7-dirty`; empty where no repository or no Git is there. */
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
