import type { Session } from "../../server/domain/sessions/schema.ts";
import { Icon } from "../icons.tsx";
import { withQuery } from "../paths.ts";
import { sessionsPath, tokensPath } from "../settings_paths.ts";
import { Ago, type PageClock } from "../ui/time.tsx";
import { counted } from "../ui/words.ts";
import { Concern, ConfirmForm, Records } from "./parts.tsx";

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
            {tokens === 0 ? "No active tokens" : counted(tokens, "active token")}
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

/** The value of `end` that stands for all other sessions. */
const OTHERS = "others";

/** The viewer's sessions, each with a button that signs it out. */
export function Sessions({ sessions, clock, ends }: {
  sessions: readonly Placed[];
  clock: PageClock;
  /** The session that the viewer is about to end, or `others`. */
  ends: string | null;
}) {
  const others = sessions.some(({ current }) => !current);
  return (
    <Concern
      id="sessions"
      title="Active sessions"
      lead="Sign out any session you don't recognize. The session loses access immediately. Tokens aren't affected."
      beside={others && ends !== OTHERS && (
        <a id={`end-${OTHERS}`} class="button" href={withQuery(sessionsPath, { end: OTHERS })}>
          Sign out everywhere else
        </a>
      )}
    >
      {others && ends === OTHERS && (
        <ConfirmForm
          action={sessionsPath}
          act="end-others"
          question="Sign out everywhere else?"
          button="Sign out other sessions"
          cancel={sessionsPath}
          next={`#end-${OTHERS}`}
        >
          All your sessions except this one lose access immediately.
        </ConfirmForm>
      )}
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
          open: session.id === ends && !session.current ? <EndForm session={session} /> : undefined,
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
                <a
                  id={`end-${session.id}`}
                  class="button"
                  data-kind="quiet"
                  href={withQuery(sessionsPath, { end: session.id })}
                  aria-label={`Sign out ${session.label}`}
                >
                  <Icon name="log-out" />
                  <span>Sign out</span>
                </a>
              </span>
            ),
          ],
        }))}
        empty="No active sessions"
      />
    </Concern>
  );
}

function EndForm({ session: { id, label } }: { session: Placed }) {
  return (
    <ConfirmForm
      action={`${sessionsPath}/${id}`}
      question={
        <>
          Sign out the session “<bdi>{label}</bdi>”?
        </>
      }
      button="Sign out session"
      cancel={sessionsPath}
      next={`#end-${id}`}
    >
      The session loses access immediately.
    </ConfirmForm>
  );
}
