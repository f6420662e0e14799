import { ActForm } from "../ui/act_form.tsx";
import type { Session } from "../../server/domain/sessions/schema.ts";
import { sessionsPath, tokensPath } from "../settings_paths.ts";
import { Ago, type PageClock } from "../ui/time.tsx";
import { counted } from "../ui/words.ts";
import { Concern, Records } from "./parts.tsx";

/** Links to the viewer's sessions and tokens, with their numbers. */
export function Security({ sessions, tokens }: { sessions: number; tokens: number }) {
  return (
    <ul class="settings-links">
      <li>
        <a href={sessionsPath}>
          <span>Sessions</span>
          <small>{counted(sessions, "active session")}</small>
        </a>
      </li>
      <li>
        <a href={tokensPath}>
          <span>Personal access tokens</span>
          <small>
            {tokens === 0
              ? "Tokens let scripts and the command line act for you. You don't have any yet."
              : `${counted(tokens, "token")} can act for you.`}
          </small>
        </a>
      </li>
    </ul>
  );
}

/** A session with the kind of network it was last used from, or null if unknown. */
type Placed = Session & { nearness: "machine" | "private" | "internet" | null };

/** Describes where a session was last used from. The server can't tell whose address it is. */
function placeOf({ address, nearness }: Placed): string {
  if (nearness === null) return "";
  if (nearness === "machine") return "On the server itself";
  return nearness === "private" ? `Private network, ${address}` : `From ${address}`;
}

/** The viewer's sessions, each with a button that signs it out. */
export function Sessions({ sessions, clock }: { sessions: readonly Placed[]; clock: PageClock }) {
  const others = sessions.some(({ current }) => !current);
  return (
    <Concern
      id="sessions"
      title="Active sessions"
      lead="Sign out any session you don't recognize. It loses access immediately. Tokens aren't affected."
      beside={others && (
        <ActForm
          path={sessionsPath}
          act="end-others"
          name="Sign out everywhere else"
          words="Sign out everywhere else"
          kind="plain"
        />
      )}
    >
      <Records
        name="Sessions"
        columns={[
          { name: "Session" },
          { name: "Last used" },
          { name: "Signed in" },
          { name: "Sign out", hidden: true },
        ]}
        rows={sessions.map((session) => ({
          key: session.id,
          cells: [
            <>
              {session.label}
              <small>
                {session.kind === "browser" ? "Browser" : "Command line or another app"}
                {session.current && ", current session"}
              </small>
              <small>{placeOf(session)}</small>
            </>,
            <Ago at={session.lastSeenAt} clock={clock} />,
            <Ago at={session.createdAt} clock={clock} />,
            session.current ? null : (
              <span class="record-acts">
                <ActForm
                  path={`${sessionsPath}/${session.id}`}
                  name={`Sign out ${session.label}`}
                  icon="log-out"
                  words="Sign out"
                />
              </span>
            ),
          ],
        }))}
        empty="No active sessions"
      />
    </Concern>
  );
}
