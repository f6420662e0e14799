import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("a change to a team's members gives the team and the member new versions", () =>
  withApp({}, async (app, { ada, chidi, dina, workspaceId }) => {
    const ask = async (request: string, body?: object, as = ada) => {
      const [method, path] = request.split(" ");
      const whole = path!.startsWith("/") ? path : `/workspaces/${workspaceId}/${path}`;
      const answer = await call(app, `${method} ${whole}`, { as, ...(body && { body }) });
      assert.ok(answer.status < 300, `${request}: ${answer.text}`);
      return answer.body;
    };
    const versions = async (paths: string[]): Promise<number[]> => {
      const found = [];
      for (const path of paths) {
        const [record] = Object.values(await ask(`GET ${path}`)) as { version: number }[];
        found.push(record!.version);
      }
      return found;
    };
    const idOf = (person: typeof ada) => person.member.profile.id;
    const [team, member] = ["teams/ROF", (id: string) => `members/${id}`];
    const scopes = ["tasks.read"];
    const { automation } = await ask("POST automations", { name: "Mason", scopes, teamIds: [] });
    const { agent } = await ask("POST agents", { automationId: automation.id, name: "Scout" });
    const invited = { email: chidi.email, teams: [{ teamId: "ROF" }] };
    const [ofDina, ofScout] = [`PUT ${team}/${member(idOf(dina))}`, `PATCH agents/${agent.id}`];
    const changes: [what: string, who: string, act: () => Promise<unknown>][] = [
      ["a lead is added", idOf(dina), () => ask(ofDina, { role: "lead" })],
      ["a role changes", idOf(dina), () => ask(ofDina, { role: "member" })],
      ["a member leaves", idOf(dina), () => ask(ofDina.replace("PUT", "DELETE"))],
      ["an agent joins", agent.profileId, () => ask(ofScout, { teamIds: ["ROF"] })],
      ["an agent's role changes", agent.profileId, () => ask(ofScout, { role: "commentator" })],
      [
        "an automation loses access",
        agent.profileId,
        () => ask(`PATCH automations/${automation.id}`, { teamIds: [] }),
      ],
      ["a removed person returns", idOf(chidi), async () => {
        await ask(`DELETE ${member(idOf(chidi))}`);
        const { invitation } = await ask("POST invitations", invited);
        await ask(`POST /invitations/${invitation.id}/accept`, {}, chidi);
      }],
      ["a member is removed", idOf(chidi), () => ask(`DELETE ${member(idOf(chidi))}`)],
    ];
    const [before] = await versions([member(idOf(ada))]);
    await ask("POST teams", { name: "Roofs", key: "ROF" });
    assert.ok((await versions([member(idOf(ada))]))[0]! > before!, "a team's creator leads it");
    await ask(`PATCH automations/${automation.id}`, { teamIds: ["ROF"] });
    for (const [what, who, act] of changes) {
      const before = await versions([team, member(who)]);
      await act();
      const after = await versions([team, member(who)]);
      assert.deepEqual(after.map((version, n) => version > before[n]!), [true, true], what);
    }
  }));
