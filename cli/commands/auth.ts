import { ask, askAnonymously, tokenOf } from "../client.ts";
import { argument, command, flag, optionalArgument, value } from "../command.ts";
import { exitCodes, Failure } from "../failure.ts";
import { print } from "../output.ts";
import { listing } from "../table.ts";
import { removeSecrets, requireWritable } from "../profile.ts";
import { askForSecret } from "../prompt.ts";
import { remember } from "../remember.ts";
import { isRenewable, keepExchanged, keepToken, renew, type SessionAnswer } from "../session.ts";
import { parseAgent, resolveSettings, type Settings } from "../settings.ts";
import { requestCode, verifyCode } from "../sign_in.ts";
import { printStatus } from "../status.ts";
import { masked, modeOf, parseToken } from "../token.ts";
import { runWizard } from "../wizard.ts";
import { inWords } from "../times.ts";

/** The result on a terminal. The tokens themselves are printed only when piped. */
const signedIn = (answer: SessionAnswer) =>
  `Signed in. The session expires ${inWords(answer.refreshTokenExpiresAt)}.`;

/** Only sessions can be renewed and ended. */
function requireSession(settings: Settings) {
  if (modeOf(tokenOf(settings)) === "session") return;
  throw new Failure(
    'This command needs a session, but another kind of token is in use. See "backlog status".',
  );
}

/** Renewing needs the refresh token that is stored when signing in. */
function requireRenewable(settings: Settings) {
  if (isRenewable(settings)) return;
  throw new Failure(
    {
      flag:
        "An access token from --token can't be renewed. Omit --token to renew the stored session.",
      environment:
        "The access token in BACKLOG_TOKEN can't be renewed. Unset BACKLOG_TOKEN to renew the stored session.",
    }[settings.token.source as string] ??
      'The stored access token has no refresh token. Sign in with "backlog auth wizard" to get a session that can be renewed.',
  );
}

/** The API's response to an exchange. */
interface ExchangeAnswer {
  accessToken: string;
  expiresAt: string;
}

/** Returns the automation's secret: the token in use, or the stored secret of the access token. */
function secretOf(settings: Settings): string {
  const token = tokenOf(settings);
  if (modeOf(token) === "automationSecret") return token;
  const kept = settings.token.source === "profile" ? settings.secrets.automationSecret : undefined;
  if (kept) return kept;
  throw new Failure(
    'This command needs an automation\'s secret. Store the secret with "backlog auth set-token", or pass --token.',
  );
}

async function revoke(settings: Settings): Promise<{ revoked: boolean }> {
  requireSession(settings);
  if (!isRenewable(settings)) return await ask(settings, { method: "POST", path: "/auth/revoke" });
  try {
    return await askAnonymously(settings, {
      method: "POST",
      path: "/auth/revoke",
      body: { refreshToken: settings.secrets.refreshToken },
    });
  } catch (error) {
    // The session had ended already, so the profile's copy is useless
    const dead = error instanceof Failure && error.exitCode === exitCodes.notSignedIn;
    if (dead) removeSecrets(settings.files);
    throw error;
  }
}

export const commands = [
  command({
    path: "auth wizard",
    summary: "Sign in step by step",
    run: ({ globals }) => runWizard(globals),
  }),
  command({
    path: "auth request-otp",
    summary: "Send a sign-in code by email",
    args: {
      email: argument("Email address"),
      purpose: optionalArgument("Purpose: signin, or signup to create an account", [
        "signin",
        "signup",
      ]),
    },
    async run({ args, globals }) {
      const answer = await requestCode(resolveSettings(globals), args.email, args.purpose);
      await print(
        globals,
        answer,
        ({ expiresAt }) =>
          `If this address can sign in here, a code is on its way. The code expires ${
            inWords(expiresAt)
          }.`,
      );
    },
  }),
  command({
    path: "auth verify-otp",
    summary: "Sign in with a code from an email",
    args: {
      email: argument("Email address that received the code"),
      code: argument("Six-digit code"),
    },
    options: {
      purpose: value(
        "<purpose>",
        "Purpose: signin, or signup to create an account (default: signin)",
        [
          "signin",
          "signup",
        ],
      ),
      label: value("<label>", "Name of the session, to identify it"),
      name: value("<name>", "Your name, to create an account"),
    },
    async run({ args, options, globals }) {
      const { purpose = "signin", label, name } = options;
      const answer = await verifyCode(resolveSettings(globals), { ...args, purpose, name, label });
      await print(globals, answer, signedIn);
    },
  }),
  command({
    path: "auth refresh",
    summary: "Renew the stored session",
    async run({ globals }) {
      const settings = resolveSettings(globals);
      requireSession(settings);
      requireRenewable(settings);
      const { answer } = await renew(settings, null);
      if (answer) await print(globals, answer, signedIn);
    },
  }),
  command({
    path: "auth revoke",
    summary: "Sign out and delete the stored session",
    async run({ globals }) {
      const settings = resolveSettings(globals);
      const answer = await revoke(settings);
      if (settings.token.source === "profile") removeSecrets(settings.files);
      await print(globals, answer, () => "Signed out");
    },
  }),
  command({
    path: "auth set-token",
    summary: "Store a token in the profile",
    args: { token: optionalArgument("Token (default: read from standard input)") },
    async run({ args, globals }) {
      const prompt = Deno.stdin.isTerminal() ? "Token: " : "";
      const token = parseToken(args.token ?? askForSecret(prompt));
      keepToken(resolveSettings(globals), token);
      await printStatus(globals);
    },
  }),
  command({
    path: "auth set-agent",
    summary: "Act as one of the automation's agents",
    args: { agent: argument("Agent, by username or profile ID") },
    run: ({ args, globals }) => remember(globals, { agentId: parseAgent(args.agent) }),
  }),
  command({
    path: "auth clear-agent",
    summary: "Stop acting as an agent",
    run: ({ globals }) => remember(globals, { agentId: undefined }),
  }),
  command({
    path: "auth exchange",
    summary: "Exchange an automation's secret for an access token",
    options: { save: flag("Store the access token in the profile and use it") },
    async run({ options, globals }) {
      const settings = resolveSettings(globals);
      const secret = secretOf(settings);
      if (options.save) requireWritable(settings.files);
      const { value: _, ...token } = settings.token;
      const answer = await ask<ExchangeAnswer>(
        { ...settings, token: { ...token, value: secret } },
        { method: "POST", path: "/automation-auth/exchange" },
      );
      if (options.save) keepExchanged(settings, secret, answer);
      const shown = options.save ? { ...answer, accessToken: masked(answer.accessToken) } : answer;
      await print(
        globals,
        shown,
        ({ accessToken, expiresAt }) =>
          listing([["Access token", accessToken], ["Expires", inWords(expiresAt)]]),
      );
    },
  }),
];
