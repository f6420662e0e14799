import { tokenPagePath, tokensPath } from "../../../views/settings_paths.ts";
import { Tokens } from "../../../views/settings/tokens.tsx";
import { createPersonalToken } from "../../domain/personal_tokens/create.ts";
import { listPersonalTokens } from "../../domain/personal_tokens/list.ts";
import { revokePersonalToken } from "../../domain/personal_tokens/revoke.ts";
import { action } from "../action.ts";
import { many, text } from "../forms.ts";
import { pageClockOf } from "../page_clock.ts";
import { settingsPage } from "./page.tsx";

/** Creates a personal access token, which only this response shows. */
export const createToken = action({
  path: tokensPath,
  closes: ["create"],
  form: { label: text, scopes: many, expiresInDays: text },
  does: ({ label, scopes, expiresInDays }, { perform }) =>
    perform(createPersonalToken, {
      label,
      scopes: scopes ?? [],
      expiresInDays: expiresInDays === "never" ? null : Number(expiresInDays),
    }),
  reveals: ({ token }) => ({
    name: "Personal access token",
    secret: token,
    line: `BACKLOG_TOKEN=${token} bash backlog.sh me`,
  }),
  says: ({ credential }) => ({ text: `Token ${credential.label} created`, quiet: true }),
  home: () => tokensPath,
});

/** Revokes a personal access token, which then no longer works. */
export const revokeToken = action({
  path: tokenPagePath,
  closes: ["revoke"],
  form: {},
  async does(_form, { askAll, perform, params: { credentialId } }) {
    const token = (await askAll(listPersonalTokens)).find(({ id }) => id === credentialId);
    await perform(revokePersonalToken, { credentialId });
    return token?.label ?? credentialId;
  },
  says: (label) => ({ text: `Token ${label} revoked` }),
  home: () => tokensPath,
});

/** The viewer's tokens for scripts and the command line. */
export const tokensPage = settingsPage({
  path: tokensPath,
  who: "members",
  read: async (at) => ({
    tokens: await at.askAll(listPersonalTokens),
    clock: pageClockOf(at),
    adds: at.url.searchParams.has("create"),
    revokes: at.url.searchParams.get("revoke"),
  }),
}).shows({
  title: () => "Personal access tokens",
  main: ({ tokens, clock, adds, revokes, secret, refused }) => (
    <Tokens
      tokens={tokens}
      clock={clock}
      adds={adds}
      revokes={revokes}
      secret={secret}
      refused={refused(createToken)}
    />
  ),
});
