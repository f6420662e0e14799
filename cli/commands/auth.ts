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

/** A terminal is told what happened; the tokens themselves go into a pipe alone. */
const signedIn = (answer: SessionAnswer) =>
  `You are signed in; the session ends ${inWords(answer.refreshTokenExpiresAt)}.`;

/** Sessions alone are renewed and ended here. */
function requireSession(settings: Settings) {
  if (modeOf(tokenOf(settings)) === "session") return;
  throw new Failure(
    'This works for a session alone, and another kind of token is in use; see "backlog status".',
  );
}

/** An access token alone can't be renewed: that takes the refresh token which signing in keeps beside it. */
function requireRenewable(settings: Settings) {
  if (isRenewable(settings)) return;
  throw new Failure(
    {
      flag:
        "An access token that --token gives can't be renewed; leave it out to renew the stored session.",
      environment:
        "The access token in BACKLOG_TOKEN can't be renewed; unset it to renew the stored session.",
    }[settings.token.source as string] ??
      'The stored access token came without a refresh token; sign in with "backlog auth wizard" for a session that can be renewed.',
  );
}

/** What the API answers for an automation's secret. */
interface ExchangeAnswer {
  accessToken: string;
  expiresAt: string;
}

/** The automation's secret: the token in use, else the one that the stored access token came from. */
function secretOf(settings: Settings): string {
  const token = tokenOf(settings);
  if (modeOf(token) === "automationSecret") return token;
  const kept = settings.token.source === "profile" ? settings.secrets.automationSecret : undefined;
  if (kept) return kept;
  throw new Failure(
    'This takes an automation\'s secret. Keep it with "backlog auth set-token", or pass --token.',
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
    // The session had ended already, which is what was wanted of the profile.
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
    summary: "Have a sign-in code sent by email",
    args: {
      email: argument("Where to send it"),
      purpose: optionalArgument("signin, or signup for somebody new", ["signin", "signup"]),
    },
    async run({ args, globals }) {
      const answer = await requestCode(resolveSettings(globals), args.email, args.purpose);
      await print(
        globals,
        answer,
        ({ expiresAt }) =>
          `If that address can be used here, a code is on its way; it runs out ${
            inWords(expiresAt)
          }.`,
      );
    },
  }),
  command({
    path: "auth verify-otp",
    summary: "Sign in with the code from the email",
    args: { email: argument("Where it was sent"), code: argument("The six digits") },
    options: {
      purpose: value("<purpose>", "signin, or signup for somebody new (default: signin)", [
        "signin",
        "signup",
      ]),
      label: value("<label>", "How the list of sessions should call this one"),
      name: value("<name>", "The name of somebody new"),
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
    summary: "End the session, and forget it",
    async run({ globals }) {
      const settings = resolveSettings(globals);
      const answer = await revoke(settings);
      if (settings.token.source === "profile") removeSecrets(settings.files);
      await print(globals, answer, () => "The session has ended.");
    },
  }),
  command({
    path: "auth set-token",
    summary: "Keep a token in the profile",
    args: { token: optionalArgument("The token; read from standard input when left out") },
    async run({ args, globals }) {
      const token = parseToken(args.token ?? askForSecret("Token: "));
      keepToken(resolveSettings(globals), token);
      await printStatus(globals);
    },
  }),
  command({
    path: "auth set-agent",
    summary: "Act as one of the automation's agents",
    args: { agent: argument("The agent's username, or its profile's id") },
    run: ({ args, globals }) => remember(globals, { agentId: parseAgent(args.agent) }),
  }),
  command({
    path: "auth clear-agent",
    summary: "Stop acting as an agent",
    run: ({ globals }) => remember(globals, { agentId: undefined }),
  }),
  command({
    path: "auth exchange",
    summary: "Get an access token for an automation's secret",
    options: { save: flag("Keep the access token in the profile, and use it from now on") },
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
          listing([["Access token", accessToken], ["Runs out", inWords(expiresAt)]]),
      );
    },
  }),
];
