import { securityPath, sessionPagePath, sessionsPath } from "../../../views/settings_paths.ts";
import { Security, Sessions } from "../../../views/settings/sessions.tsx";
import { listPersonalTokens } from "../../domain/personal_tokens/list.ts";
import { endOtherSessions, endOwnSession } from "../../domain/sessions/end.ts";
import { listSessions } from "../../domain/sessions/list.ts";
import { nearnessOf } from "../../http/client.ts";
import { action } from "../action.ts";
import { pageClockOf } from "../page_clock.ts";
import { settingsPage } from "./page.tsx";

/** Ends one of the viewer's sessions. */
export const endSession = action({
  path: sessionPagePath,
  closes: ["end"],
  form: {},
  async does(_form, { askAll, perform, params: { sessionId } }) {
    const session = (await askAll(listSessions)).find(({ id }) => id === sessionId);
    await perform(endOwnSession, { sessionId });
    return session?.label ?? "Session";
  },
  says: (label) => ({ text: `${label} signed out` }),
  home: () => sessionsPath,
});

/** Ends all of the viewer's sessions except the current one. */
export const endOthers = action({
  path: sessionsPath,
  button: "act=end-others",
  closes: ["end"],
  form: {},
  does: (_form, { perform }) => perform(endOtherSessions, {}),
  says: ({ revoked }) => ({
    text: revoked === 0
      ? "No other sessions to sign out"
      : `${revoked} other ${revoked === 1 ? "session" : "sessions"} signed out`,
  }),
  home: () => sessionsPath,
});

/** The viewer's sessions. */
export const sessionsPage = settingsPage({
  path: sessionsPath,
  who: "members",
  read: async (at) => ({
    sessions: (await at.askAll(listSessions)).map((session) => ({
      ...session,
      nearness: session.address === null ? null : nearnessOf(session.address),
    })),
    clock: pageClockOf(at),
    ends: at.url.searchParams.get("end"),
  }),
}).shows({
  title: () => "Sessions",
  main: ({ sessions, clock, ends }) => <Sessions sessions={sessions} clock={clock} ends={ends} />,
});

/** Links to the viewer's sessions and tokens. */
export const securityPage = settingsPage({
  path: securityPath,
  who: "members",
  read: async ({ askAll }) => ({
    sessions: (await askAll(listSessions)).length,
    tokens: (await askAll(listPersonalTokens)).filter(({ status }) => status === "active").length,
  }),
}).shows({
  title: () => "Security",
  main: (counts) => <Security {...counts} />,
});
