import type { Globals } from "./command.ts";
import { exitCodes, Refused } from "./failure.ts";
import { oneLine } from "./output.ts";
import { askFor, askForSecret, remark } from "./prompt.ts";
import { keepToken } from "./session.ts";
import { resolveSettings, type Settings } from "./settings.ts";
import { requestCode, verifyCode } from "./sign_in.ts";
import { printStatus } from "./status.ts";
import { parseToken } from "./token.ts";
import { tokenState } from "./token_state.ts";

/** Asks how to sign in, signs in, and prints the settings. The questions go to standard error. */
export async function runWizard(globals: Globals) {
  const settings = resolveSettings(globals);
  remark(`Signing in to ${settings.baseUrl.value}
  1  Use a code sent by email
  2  Create an account with a code sent by email
  3  Use a token`);
  const way = askWhich();
  if (way === "1") await withCode(settings, "signin");
  else if (way === "2") await withCode(settings, "signup");
  else await withToken(settings);
  await printStatus(globals);
}

/** Asks until the answer is valid. */
function askWhich(): "1" | "2" | "3" {
  while (true) {
    const typed = askFor("Choose 1, 2, or 3: ");
    if (typed === "1" || typed === "2" || typed === "3") return typed;
    remark("Enter 1, 2, or 3.");
  }
}

/** Stores a token. Asks for another one while the server rejects it. */
async function withToken(settings: Settings) {
  while (true) {
    const value = parseToken(askForSecret("Token: "));
    const state = await tokenState({ ...settings, token: { value, source: "flag" } });
    if (state !== "refused") return keepToken(settings, value);
    remark(
      `${settings.baseUrl.value} rejected this token. The token is expired, revoked, or from another server.`,
    );
  }
}

async function withCode(settings: Settings, purpose: "signin" | "signup") {
  let name = purpose === "signup" ? askFor("Your name: ") : undefined;
  const email = await sendTo(settings, purpose, askFor("Email: "));
  let code = "";
  while (true) {
    while (code === "") {
      code = askFor("Code (press Enter for a new one): ");
      if (code === "") await sendTo(settings, purpose, email);
    }
    try {
      await verifyCode(settings, { email, code, purpose, name });
      return;
    } catch (error) {
      const field = refusedField(error);
      if (field === "name") name = askFor("Your name: ");
      else if (field === "code") code = "";
      else throw error;
    }
  }
}

/**
 * Requests a code. Asks for another address if this one is invalid. A code from a moment ago is reused.
 * @returns the address that receives the code
 */
async function sendTo(settings: Settings, purpose: string, given: string): Promise<string> {
  let email = given;
  while (true) {
    try {
      await requestCode(settings, email, purpose);
      remark("If this address can sign in here, a code is on its way.");
      return email;
    } catch (error) {
      if (error instanceof Refused && error.problem.code === "code_cooldown") {
        remark(oneLine(error.message));
        return email;
      }
      if (refusedField(error) !== "email") throw error;
      email = askFor("Email: ");
    }
  }
}

/** Prints and returns the only invalid field of a rejected request; undefined for other errors. */
function refusedField(error: unknown): string | undefined {
  if (!(error instanceof Refused) || error.exitCode !== exitCodes.usedWrongly) return undefined;
  const [field, ...others] = new Set(error.problem.errors?.map(({ path }) => [path].flat()[0]));
  if (typeof field !== "string" || others.length > 0) return undefined;
  remark(oneLine(error.message));
  return field;
}
