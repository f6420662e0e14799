import assert from "node:assert/strict";
import { groups } from "../../cli/groups.ts";
import type { FullCast } from "../gates/support/full_cast.ts";
import { createTestApp } from "../support/app.ts";
import { temporaryFolder } from "../support/folder.ts";
import { poison } from "../support/hostile_text/poison.ts";
import { driving } from "../support/hostile_text/texts.ts";
import { populateAll } from "./support/populated.ts";
import { printed } from "./support/terminal.ts";

/** Commands that print server responses, with their arguments. */
const telling: Record<string, (fullCast: FullCast) => string[]> = {
  "tasks list": () => [],
  "tasks show": ({ ids }) => [ids.task!],
  "tasks drafts": () => [],
  "tasks activity": ({ ids }) => [ids.task!],
  "tasks comments": ({ ids }) => [ids.task!],
  "tasks approvals": ({ ids }) => [ids.task!],
  "tasks resources": ({ ids }) => [ids.task!],
  "tasks create": ({ teams }) => ["--title", "Oil", "--team-id", teams.eng],
  "tasks update": ({ ids }) => [ids.task!, "--priority", "high"],
  "tasks update-many": ({ ids }) => [ids.task!, "--priority", "urgent"],
  "tasks undo": ({ ids }) => [ids.task!],
  "tasks unfollow": ({ ids }) => [ids.task!],
  "tasks follow": ({ ids }) => [ids.task!],
  "favorites remove-tasks": ({ ids }) => [ids.task!],
  "favorites add-tasks": ({ ids }) => [ids.task!],
  "tasks comment": ({ ids }) => [ids.task!, "Done"],
  "tasks relate": ({ ids }) => [ids.task!, "blocks", ids.otherTask!],
  "tasks unrelate": ({ ids }) => [ids.task!, "blocks", ids.otherTask!],
  "inbox list": () => [],
  "invitations list": () => [],
  "approvals list": () => [],
  "approvals show": ({ ids }) => [ids.approval!],
  "unsent list": () => [],
  "unsent show": ({ ids }) => [ids.task!],
  "projects list": () => [],
  "projects update": ({ ids }) => [ids.project!, "--priority", "high"],
  "projects archive": ({ ids }) => [ids.project!],
  "projects restore": ({ ids }) => [ids.project!],
  "labels list": () => [],
  "labels update": ({ ids }) => [ids.label!, "--color", "red"],
  "labels archive": ({ ids }) => [ids.label!],
  "labels restore": ({ ids }) => [ids.label!],
  "labels merge": ({ ids }) => [ids.otherLabel!, ids.label!],
  "views list": () => [],
  "views show": ({ ids }) => [ids.view!],
  "views tasks": ({ ids }) => [ids.view!],
  "views update": ({ ids }) => [ids.view!, "--layout", "board"],
  "views undo": ({ ids }) => [ids.view!],
  "views archive": ({ ids }) => [ids.view!],
  "views restore": ({ ids }) => [ids.view!],
  "favorites list": () => [],
  "tasks archive": ({ ids }) => [ids.task!],
  "tasks restore": ({ ids }) => [ids.task!],
  "workspaces": () => [],
  "me": () => [],
  "prime": () => [],
  "status": () => [],
  "api": () => ["GET", "/workspaces/{workspaceId}/labels"],
  "pat list": () => [],
  "pat create": () => ["--label", "mine", "--scope", "tasks.read"],
  "teams list": () => [],
  "teams show": ({ teams }) => [teams.eng],
  "members show": ({ ids }) => [ids.chidi!],
  "members activity": ({ ids }) => [ids.chidi!],
  "workspace show": () => [],
  "workspace activity": () => [],
  "workspace audit": () => [],
  "projects show": ({ ids }) => [ids.project!],
  "projects activity": ({ ids }) => [ids.project!],
  "projects milestones": ({ ids }) => [ids.project!],
  "views projects": ({ ids }) => [ids.projectsView!],
  "labels show": ({ ids }) => [ids.label!],
  "labels uses": () => [],
  "templates list": () => [],
  "templates show": ({ ids }) => [ids.taskTemplate!],
  "workflows list": () => [],
  "workflows show": ({ ids }) => [ids.workflow!],
  "sessions list": () => [],
  "search": () => ["evil"],
  "admin invitations list": () => [],
  "admin automations show": ({ ids }) => [ids.automation!],
  "admin agents show": ({ ids }) => [ids.agent!],
  "members list": () => [],
  "admin members list": () => [],
  "admin members update": ({ ids }) => [ids.chidi!, "--role", "member"],
  "admin invitations create": () => ["--email", "ole@example.org"],
  "admin automations list": () => [],
  "admin automations create": () => ["--name", "Robot"],
  "admin agents list": () => [],
};
/** Commands that print typed text or local data, or that need something only they create. */
const silent =
  /^(auth|config) |^(open|watch|help)$|^tasks (tick|split)$|^pat revoke$|^workspace (leave|delete|usage)$|^projects (progress|roadmap|updates)$|^members work$|^sessions revoke|^tasks (add-resource|update-resource|remove-resource|edit-comment|delete-comment)$|^projects (create|report|add-milestone)$|^teams (add|remove)-member$|^admin members remove$|^admin invitations (resend|revoke)$|^teams open-tasks$|^labels create$|^views (create|subscribe|unsubscribe)$|^favorites (add|remove)$|^inbox (?!list$)|^invitations (accept|decline)$|^approvals (ask|approve|decline|withdraw)$|^unsent (keep|discard)$|^admin automations (update|rotate)$|^admin agents (create|update)$/;

/** Commands whose output contains only IDs, file names, and typed text. */
const quiet = new Set([
  "status",
  "admin automations create",
  "admin invitations create",
  "pat create",
]);

async function clientCommands(): Promise<string[]> {
  const loaded = groups.filter(({ operator }) => !operator).map(({ load }) => load());
  return (await Promise.all(loaded)).flat().map(({ path }) => path);
}

Deno.test("every command is listed as either printing other people's text or not", async () => {
  const unknown = (await clientCommands()).filter((path) => !telling[path] && !silent.test(path));
  assert.deepEqual(unknown, []);
});

Deno.test("text from elsewhere can't control the terminal", async (t) => {
  await using app = await createTestApp();
  await using home = await temporaryFolder();
  const fullCast = await populateAll(app.world);
  await poison(app.world.database, driving);
  await app.world.database.write(async (tx) =>
    void await tx.updateTable("invitations").set({ email: fullCast.ada.email })
      .where("id", "=", fullCast.ids.invitation!).execute()
  );
  const heard = { port: 0, hostname: "127.0.0.1", onListen: () => {} };
  await using server = Deno.serve(heard, (asked) => app.app.fetch(asked));
  const env = {
    BACKLOG_BASE_URL: `http://127.0.0.1:${server.addr.port}`,
    BACKLOG_TOKEN: fullCast.ada.tokens.accessToken,
    BACKLOG_WORKSPACE: fullCast.workspaceId,
    XDG_CONFIG_HOME: home.path,
    NO_COLOR: "1",
    COLUMNS: "5000",
  };
  for (const [command, args] of Object.entries(telling)) {
    await t.step(command, async () => {
      const text = await printed(env, [...command.split(" "), ...args(fullCast)]);
      assert.doesNotMatch(text, /[\p{Cc}--[\n\t]]/v);
      assert.ok(quiet.has(command) || text.includes("evil"), text);
    });
  }
});
