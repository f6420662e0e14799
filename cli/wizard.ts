import type { Globals } from "./command.ts";
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
  const way = askWhich();
  if (way === "1") await withCode(settings, "signin");
  else if (way === "2") await withCode(settings, "signup");
  else keepToken(settings, parseToken(askForSecret("Token: ")));
  await printStatus(globals);
}

/** Asks until one of the ways is typed. */
function askWhich(): "1" | "2" | "3" {
  while (true) {
    const typed = askFor("Choose 1, 2 or 3: ");
    if (typed === "1" || typed === "2" || typed === "3") return typed;
    remark("That is none of them.");
  }
}

async function withCode(settings: Settings, purpose: "signin" | "signup") {
  const name = purpose === "signup" ? askFor("Your name: ") : undefined;
  const email = askFor("Email: ");
  await requestCode(settings, email, purpose);
  remark("If that address can be used here, a code is on its way.");
  await verifyCode(settings, { email, code: askFor("Code: "), purpose, name });
}
