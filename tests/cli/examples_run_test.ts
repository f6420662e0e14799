import assert from "node:assert/strict";
import { examplesOf } from "../../cli/examples.ts";
import { groups } from "../../cli/groups.ts";
import { shareOf } from "../support/share.ts";
import { inside } from "./support/lines.ts";
import { makeBeginning, makeSide, type Row } from "./support/side.ts";

const commands = (await Promise.all(
  groups.filter(({ operator }) => !operator).map(({ load }) => load()),
)).flat();

/** Names in examples, with the names of the test's records. */
const called: readonly [shown: RegExp, here: string][] = [
  [/ENG-123/g, "ENG-1"],
  [/ENG-124/g, "ENG-2"],
  [/\bWEB\b/g, "Gatehouse"],
  [/note_01k\w+/g, "$notification"],
  [/appr_01k\w+/g, "$approval"],
  [/ws_01k\w+/g, "$workspace"],
  [/prof_01k\w+/g, "$lea"],
  [/\bptmpl_01k\w+/g, "$projectTemplate"],
  [/\b(com|res)_01k\w+/g, "$made"],
  [/\bsess_01k\w+/g, "$made"],
  [/projects-by-target-9k2fm/g, "$projectsView"],
  [/label_01k\w+/g, "Hinge"],
  [/inv_01k\w+/g, "$frodesInvitation"],
  [/cred_01k\w+/g, "$made"],
  [/auto_01k\w+/g, "$made"],
  [/agent_01k\w+/g, "$made"],
  [/mine-by-deadline-635qm/g, "$ownView"],
  [/\bbea\b(?!@)/g, "bao"],
  [/\bDefect Bug\b/g, "Hinge Bug"],
  [/create Bug\b/g, "create Roof"],
  [/"name": "Bug"/g, '"name": "Roof"'],
  [/https:\/\/backlog\.example\.com/g, "$server"],
];

const automation: Row = {
  types: "admin automations create --name Mower --team-id ENG",
  keeps: ({ automation: { id }, secret }) => ({ made: id, secret }),
};
const agent: Row = {
  types: "admin agents create --automation-id Mower --name Robo",
  keeps: ({ agent }) => ({ made: agent.id }),
};
const link: Row = {
  types: "tasks add-resource ENG-1 example.com",
  keeps: ({ resource }) => ({ made: resource.id }),
};
const code = (purpose: string): Row => ({
  types: `auth request-otp ada@example.com ${purpose}`,
  as: null,
});

/** Setup for examples, by command, if their records don't exist at first. */
const before: Readonly<Record<string, readonly Row[]>> = {
  "auth refresh": [code("signin"), {
    types: "auth verify-otp ada@example.com $code",
    as: null,
    stored: true,
    before: ({ app }) => ({ code: app.world.mailer.codeFor("ada@example.com") }),
  }],
  "auth verify-otp": [code("signin")],
  "auth exchange": [automation, { types: "auth set-token $secret", as: null, stored: true }],
  "auth revoke": [{ types: "auth set-token $session", as: null, stored: true }],
  "pat revoke": [
    {
      types: 'pat create --label "Build server"',
      keeps: ({ credential }) => ({ made: credential.id }),
    },
  ],
  "admin automations update": [automation],
  "admin automations rotate": [automation],
  "admin automations show": [automation],
  "admin agents show": [automation, agent],
  "sessions revoke": [code("signin"), {
    types: "auth verify-otp ada@example.com $code",
    as: null,
    stored: true,
    before: ({ app }) => ({ code: app.world.mailer.codeFor("ada@example.com") }),
  }, {
    types: "sessions list",
    keeps: ({ sessions }) => ({ made: sessions[0].id }),
  }],
  "admin agents create": [automation],
  "admin agents update": [automation, agent],
  "tasks tick": [{
    types: 'tasks update ENG-1 --description "- [ ] Tell the neighbors"',
    as: "chidi",
  }],
  "tasks edit-comment": [{
    types: "tasks comment ENG-1 Half",
    as: "chidi",
    keeps: ({ comment }) => ({ made: comment.id }),
  }],
  "tasks delete-comment": [{
    types: "tasks comment ENG-1 Half",
    as: "chidi",
    keeps: ({ comment }) => ({ made: comment.id }),
  }],
  "tasks update-resource": [link],
  "tasks remove-resource": [link],
  "teams remove-member": [{ types: "teams add-member ENG bao" }],
  "tasks split": [{ types: "tasks update ENG-1 --description -", stdin: "\n\n\n- One\n- Two\n" }],
  "tasks undo": [{ types: "tasks update ENG-1 --priority low", as: "chidi" }],
  "unsent show": [{ types: "unsent keep ENG-1 Half", as: "chidi" }],
  "views undo": [{ types: "views update $ownView --name Other", as: "chidi" }],
};

/** People who run the examples of a command, if it isn't the member. */
const callers: Readonly<Record<string, string | null>> = {
  ...{ "invitations accept": "frode", "invitations decline": "frode", "workspace leave": "tove" },
  ...{ "approvals withdraw": "lea", "auth verify-otp": null, "auth set-token": null },
  ...{ "auth refresh": null, "auth exchange": null, "auth revoke": null },
};
const managed =
  /^(admin|api|labels|pat|sessions|workspace (?!leave)|projects|auth|members|teams)\b/;

Deno.test("every example in the help works if its records exist", async () => {
  const beginning = await makeBeginning();
  const wrong: string[] = [];
  for (const command of shareOf(commands)) {
    if (command.path === "watch" || command.path === "auth wizard") continue;
    for (const example of examplesOf(command).filter((one) => one.startsWith("backlog "))) {
      await using side = await makeSide(inside, beginning);
      const [typed = ""] = example.slice("backlog ".length).split(" < ");
      const types = called.reduce((text, [shown, here]) => text.replace(shown, here), typed);
      const { path } = command;
      const as = path in callers ? callers[path]! : managed.test(path) ? "ada" : "chidi";
      for (const row of before[path] ?? []) {
        const { code, stderr } = await side.run(row);
        assert.equal(code, 0, `${path}: ${row.types}: ${stderr}`);
      }
      if (path === "auth verify-otp") {
        side.known.code = side.app.world.mailer.codeFor("ada@example.com");
      }
      const shown = types.replace("123456", "$code");
      const stdin = path === "auth set-token"
        ? beginning.fullCast.ada.tokens.accessToken
        : "A text\n";
      const outcome = await side.run({
        types: shown,
        as,
        stdin,
        ...(as === null && { stored: true }),
      });
      if (outcome.code !== 0) wrong.push(`${example}: ${outcome.stderr}`);
    }
  }
  assert.deepEqual(wrong, []);
});
