import type { Globals } from "./command.ts";
import { badValue } from "./failure.ts";
import { askFor, askForSecret, remark } from "./prompt.ts";
import { keepToken } from "./session.ts";
import { resolveSettings, type Settings } from "./settings.ts";
import { requestCode, verifyCode } from "./sign_in.ts";
import { printStatus } from "./status.ts";
import { parseToken } from "./token.ts";

/** Asks how to sign in, does it, and shows what holds then. The questions go to standard error. */
export async function runWizard(globals: Globals) {
  const settings = resolveSettings(globals);
  remark(`Signing in to ${settings.baseUrl.value}
  1  with a code sent by email
  2  as somebody new, with a code sent by email
  3  with a token`);
  const way = askFor("Choose 1, 2 or 3: ");
  if (way === "1") await withCode(settings, "signin");
  else if (way === "2") await withCode(settings, "signup");
  else if (way === "3") keepToken(settings, parseToken(askForSecret("Token: ")));
  else throw badValue("That is none of them; run it again and type 1, 2 or 3.");
  printStatus(globals);
}

async function withCode(settings: Settings, purpose: "signin" | "signup") {
  const name = purpose === "signup" ? askFor("Your name: ") : undefined;
  const email = askFor("Email: ");
  await requestCode(settings, email, purpose);
  remark("If that address can be used here, a code is on its way.");
  await verifyCode(settings, { email, code: askFor("Code: "), purpose, name });
}
