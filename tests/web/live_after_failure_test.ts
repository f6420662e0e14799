import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { authenticate } from "../../server/domain/sessions/authenticate.ts";
import { putTeamMember } from "../../server/domain/teams/membership.ts";
import { withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import { listen, readLiveStream } from "../support/listening.ts";

Deno.test("events that couldn't be sent because a read failed are sent after the next read", () =>
  withApp({}, async ({ live, mistakes, world: { services } }, cast) => {
    const { ada, chidi, dina, teams, workspaceId } = cast;
    const token = { value: chidi.tokens.accessToken, kind: "access" } as const;
    const faults = [new Error("The disk doesn't answer.")];
    const listener = {
      member: chidi.member,
      expiresAt: undefined,
      tab: undefined,
      async again() {
        const fault = faults.pop();
        if (fault) throw fault;
        return await authenticate(services, token, "api", workspaceId);
      },
    };
    const body = await live.open(listener, await live.newest(chidi.member));
    await using stream = readLiveStream(body, () => live.look());
    await stream.heard();
    // Everyone's visibility might have changed then, so each listener is read again
    const profileId = cast.esra.member.profile.id;
    const member = { teamId: teams.ppl, profileId, role: "member" };
    await perform(services, dina.member, putTeamMember, member);
    const task = await cast.task(ada);
    // A commit also causes a look by itself, which might be the one that fails
    const topics = [...await stream.topics(), ...await stream.topics()];
    assert.deepEqual(
      mistakes.splice(0).map((mistake) => (mistake as Error).message),
      ["The disk doesn't answer."],
    );
    assert.ok(topics.includes(`task:${task.id}`), topics.join(" "));
  }));

Deno.test("a session that expires before the first heartbeat ends its stream at the next event", () =>
  withApp({}, async (app, cast) => {
    await using esra = await listen(app, await browserCookie(app.world, cast.esra.email));
    app.world.clock.advance({ days: 61 });
    await cast.task(cast.ada);
    assert.deepEqual((await esra.heard()).map(({ event }) => event), ["ended"]);
  }));
