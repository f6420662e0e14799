import assert from "node:assert/strict";
import { linesWithoutStart } from "../support/lines.ts";
import { makeWorkspace, makeWorld, secretsOf, signUp, type World } from "../support/world.ts";

// deno-lint-ignore no-explicit-any -- each step looks into its own answer
type Answer = any;
/** Responses of earlier steps, by name. */
type Answers = Record<string, Answer>;

interface Step {
  name: string;
  args: (made: Answers) => string[];
  code?: number;
  says?: RegExp;
  holds?: (answer: Answer, world: World, made: Answers) => void;
}

const session = (made: Answers) => ["--token", made.session];

const walk: Step[] = [
  {
    name: "pat",
    args: () => [
      ...["pat", "create", "--label", "CI", "--expires-in-days", "30"],
      ...[
        "--scope",
        "tasks.read",
        "--scope",
        "tasks.write",
        "--scope",
        "workspace.automation.manage",
      ],
    ],
    holds: ({ token, credential }) => {
      assert.match(token, /^blg_pat_/);
      assert.deepEqual(credential.scopes, [
        "tasks.read",
        "tasks.write",
        "workspace.automation.manage",
      ]);
    },
  },
  {
    name: "list of tokens",
    args: () => ["pat", "list"],
    holds: ({ credentials }, _world, { pat }) => assert.deepEqual(credentials, [pat.credential]),
  },
  {
    name: "token that a token makes",
    args: ({ pat }) => ["pat", "create", "--label", "More", "--token", pat.token],
    code: 1,
    says: /requires a signed-in session/,
  },
  {
    name: "automation",
    args: ({ pat }) => [
      ...["admin", "automations", "create", "--name", "Loom", "--team-id", "ENG"],
      ...["--scope", "tasks.read", "--scope", "tasks.write", "--token", pat.token],
    ],
    holds: ({ secret, automation }) => {
      assert.match(secret, /^blg_auto_/);
      assert.equal(automation.teamIds.length, 1);
    },
  },
  {
    name: "list of automations",
    args: () => ["admin", "automations", "list"],
    holds: ({ automations }, _world, made) =>
      assert.deepEqual(automations.map(({ id }: { id: string }) => id), [
        made.automation.automation.id,
      ]),
  },
  {
    name: "agent",
    args: ({ automation }) => [
      ...["admin", "agents", "create", "--installation-id", automation.automation.id],
      ...["--name", "Shuttle", "--use"],
    ],
    holds: ({ agent }) => assert.equal(agent.username, "shuttle"),
  },
  {
    name: "secret in the place of a token",
    args: ({ automation }) => ["tasks", "list", "--token", automation.secret],
    code: 4,
    says: /exchange/,
  },
  {
    name: "exchange",
    args: ({ automation }) => ["auth", "exchange", "--save", "--token", automation.secret],
    holds: ({ accessToken }, world) => {
      assert.equal(accessToken, "blg_aat_…");
      assert.match(secretsOf(world).token!, /^blg_aat_.{43}$/);
    },
  },
  {
    name: "task",
    args: () => ["tasks", "create", "--title", "Weave", "--team-id", "ENG"],
    holds: ({ task }, _world, { agent }) => assert.equal(task.creatorId, agent.agent.profileId),
  },
  {
    name: "me",
    args: () => ["me"],
    holds: ({ principal, viewer, member }, _world, { agent }) => {
      assert.deepEqual([principal.kind, viewer, member.id], [
        "automation",
        null,
        agent.agent.profileId,
      ]);
    },
  },
  {
    name: "suspended agent",
    args: (made) => [
      ...["admin", "agents", "update", made.agent.agent.id, "--suspend"],
      ...session(made),
    ],
    holds: ({ agent }) => assert.equal(agent.suspended, true),
  },
  {
    name: "task of a suspended agent",
    args: () => ["tasks", "create", "--title", "Weave", "--team-id", "ENG"],
    code: 1,
    says: /suspended/,
  },
  {
    name: "renamed automation",
    args: (made) => [
      ...["admin", "automations", "update", made.automation.automation.id, "--name", "Frame"],
      ...["--clear-description", ...session(made)],
    ],
    holds: ({ automation }) => assert.equal(automation.name, "Frame"),
  },
  {
    name: "rotation",
    args: (made) => [
      ...["admin", "automations", "rotate", made.automation.automation.id],
      ...["--credential-label", "Autumn", ...session(made)],
    ],
    holds: ({ secret, credential }) => {
      assert.match(secret, /^blg_auto_/);
      assert.equal(credential.label, "Autumn");
    },
  },
  { name: "dead automation token", args: () => ["auth", "clear-agent"] },
  { name: "me with a dead token", args: () => ["me"], code: 4 },
  {
    name: "revoked token",
    args: (made) => ["pat", "revoke", made.pat.credential.id, ...session(made)],
    holds: (answer) => assert.deepEqual(answer, { revoked: true }),
  },
  {
    name: "revoked twice",
    args: (made) => ["pat", "revoke", made.pat.credential.id, ...session(made)],
    code: 1,
    says: /The token .* is already revoked/,
  },
];

/** Removes what differs between worlds from a text, including the starts of secrets. */
const alike = (world: World, text: string) =>
  world.alike(text).replace(/(prefix\\*": \\*")[\w-]+/g, "$1…");

Deno.test("both command lines manage tokens, automations, and agents in the same way", async (t) => {
  await using first = await makeWorld(linesWithoutStart[0]!);
  await using second = await makeWorld(linesWithoutStart.at(-1)!);
  const answers = new Map<World, Answers>();
  for (const world of [first, second]) {
    await signUp(world);
    await makeWorkspace(world);
    answers.set(world, { session: secretsOf(world).token });
  }
  for (const step of walk) {
    await t.step(step.name, async () => {
      const found: unknown[] = [];
      for (const world of [first, second]) {
        const made = answers.get(world)!;
        const outcome = await world.run(step.args(made));
        const where = `${world.line.name}: ${outcome.stderr}`;
        assert.equal(outcome.code, step.code ?? 0, where);
        if (step.says) assert.match(outcome.stderr, step.says, where);
        if (outcome.code === 0) made[step.name] = JSON.parse(outcome.stdout);
        step.holds?.(made[step.name], world, made);
        const kept = world.kept();
        found.push(JSON.parse(alike(world, JSON.stringify({ outcome, kept }))));
      }
      assert.deepEqual(found[1], found[0]);
    });
  }
});
