import { ActForm } from "../ui/act_form.tsx";
import type { Session } from "../../server/domain/sessions/schema.ts";
import { sessionsPath, tokensPath } from "../settings_paths.ts";
import { Ago, type PageClock } from "../ui/time.tsx";
import { counted } from "../ui/words.ts";
import { Concern, Records } from "./parts.tsx";

/** What there is to see to of one's own access, and how much of it there is. */
export function Security({ sessions, tokens }: { sessions: number; tokens: number }) {
  return (
    <ul class="settings-links">
      <li>
        <a href={sessionsPath}>
          <span>Sessions</span>
          <small>You are signed in with {counted(sessions, "session")}.</small>
        </a>
      </li>
      <li>
        <a href={tokensPath}>
          <span>Personal access tokens</span>
          <small>
            {tokens === 0
              ? "What scripts and the command line act as you with. You have none."
              : `${counted(tokens, "token")} can act as you.`}
          </small>
        </a>
      </li>
    </ul>
  );
}

/** A session, and where its address is; null where that isn't known. */
type Placed = Session & { nearness: "machine" | "private" | "internet" | null };

/** From where it was used last, in words: what an address belongs to nobody here knows. */
function placeOf({ address, nearness }: Placed): string {
  if (nearness === null) return "";
  if (nearness === "machine") return "On the server's own machine";
  return nearness === "private" ? `In a private network, ${address}` : `From ${address}`;
}

/** Where one is signed in, each with what ends it. */
export function Sessions({ sessions, clock }: { sessions: readonly Placed[]; clock: PageClock }) {
  const others = sessions.some(({ current }) => !current);
  return (
    <Concern
      id="sessions"
      title="Where you are signed in"
      lead="What you don't know, sign out: it is refused at its next request. A token is no session."
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
          { name: "Where" },
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
                {session.kind === "browser" ? "Browser" : "Command line or another program"}
                {session.current && ", this one"}
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
        empty="You are signed in nowhere."
      />
    </Concern>
  );
}
