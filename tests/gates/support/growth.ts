import { call, type TestApp } from "../../support/app.ts";
import { joinWorkspace, type Person } from "../../support/cast.ts";
import { signIn } from "../../support/sign_in.ts";
import type { FullCast } from "./full_cast.ts";

/** Names in no order, so that new records are inserted before and after existing ones. */
const names = ["Mason", "apricot", "Zinnia", "Bramble", "yarrow", "Aster", "Nettle", "clover"];

/** The path and person for adding a record to a list. */
interface Shop {
  app: TestApp;
  fullCast: FullCast;
  /** The number of the record, which increases each time. */
  n: number;
  name: string;
}

type Add = (shop: Shop) => Promise<void>;

/** For each collection of the API, how to add a record that Ada can see. */
const ways: Record<string, Add> = {
  "/workspaces": (shop) => posts(shop, "/workspaces", { name: shop.name }),
  "/invitations": async (shop) => {
    const { frode, ada } = shop.fullCast;
    const made = await post(shop, "/workspaces", { name: shop.name }, frode);
    await posts(shop, `/workspaces/${made.workspace.id}/invitations`, { email: ada.email }, frode);
  },
  "/personal-access-tokens": (shop) =>
    posts(shop, "/personal-access-tokens", { label: shop.name, scopes: ["tasks.read"] }),
  "/sessions": async ({ fullCast }) => {
    fullCast.world.clock.advance({ minutes: 2 });
    await signIn(fullCast.world, fullCast.ada.email);
  },
  tasks: (shop) => posts(shop, "tasks", task(shop)),
  drafts: (shop) => posts(shop, "tasks", { ...task(shop), draft: true }),
  "archived-tasks": async (shop) => {
    const made = await post(shop, "tasks", task(shop));
    await ask(shop, "DELETE", `tasks/${made.task.id}`);
  },
  "tasks/{taskId}/comments": (shop) =>
    posts(shop, `tasks/${shop.fullCast.ids.task}/comments`, { body: shop.name }),
  "unsent-comments": async (shop) => {
    const made = await post(shop, "tasks", task(shop));
    await ask(shop, "PUT", `tasks/${made.task.id}/unsent-comment`, { body: shop.name });
  },
  // A person can have only one open request to the same person on a task
  "tasks/{taskId}/approvals": async (shop) => {
    const { ids, workspaceId, world } = shop.fullCast;
    const judge = await joinWorkspace(world, workspaceId, `judge${shop.n}`, "Jo", "member", null);
    const asked = { approverId: judge.member.profile.id, body: shop.name };
    await posts(shop, `tasks/${ids.task}/approvals`, asked);
  },
  approvals: async (shop) => {
    const made = await post(shop, "tasks", task(shop));
    const asked = { approverId: shop.fullCast.ids.chidi, body: shop.name };
    await posts(shop, `tasks/${made.task.id}/approvals`, asked);
  },
  "tasks/{taskId}/activity": async (shop) => {
    await ask(shop, "PATCH", `tasks/${shop.fullCast.ids.task}`, { title: shop.name });
  },
  "projects/{projectId}/activity": async (shop) => {
    await ask(shop, "PATCH", `projects/${shop.fullCast.ids.project}`, { summary: shop.name });
  },
  "tasks/{taskId}/resources": (shop) =>
    posts(shop, `tasks/${shop.fullCast.ids.task}/resources`, {
      url: `https://example.com/r${shop.n}`,
    }),
  inbox: (shop) =>
    posts(
      shop,
      "tasks",
      { ...task(shop), assigneeId: shop.fullCast.ids.ada },
      shop.fullCast.chidi,
    ),
  "task-templates": (shop) => posts(shop, "task-templates", { name: shop.name }),
  teams: (shop) => posts(shop, "teams", { name: shop.name, key: `T${shop.n}` }),
  members: async ({ fullCast: { world, workspaceId }, n, name }) => {
    await joinWorkspace(world, workspaceId, `person${n}`, name, "member", null);
  },
  activity: (shop) => posts(shop, "tasks", task(shop)),
  "members/{profileId}/activity": async (shop) => {
    await ask(shop, "PATCH", `tasks/${shop.fullCast.ids.task}`, { title: shop.name });
  },
  labels: (shop) => posts(shop, "labels", { name: shop.name }),
  automations: (shop) => posts(shop, "automations", { name: shop.name }),
  agents: (shop) =>
    posts(shop, "agents", { automationId: shop.fullCast.ids.automation, name: shop.name }),
  projects: (shop) => posts(shop, "projects", { name: shop.name }),
  roadmap: (shop) =>
    posts(shop, "projects", { name: shop.name, targetDate: `2026-05-0${1 + (shop.n * 3) % 7}` }),
  "projects/{projectId}/milestones": (shop) =>
    posts(shop, `projects/${shop.fullCast.ids.project}/milestones`, {
      name: shop.name,
    }),
  "projects/{projectId}/updates": (shop) =>
    posts(shop, `projects/${shop.fullCast.ids.project}/updates`, {
      health: "onTrack",
      body: shop.name,
    }),
  "project-labels": (shop) => posts(shop, "project-labels", { name: shop.name }),
  "project-templates": (shop) => posts(shop, "project-templates", { name: shop.name }),
  audit: (shop) => posts(shop, "invitations", { email: `asked${shop.n}@example.com` }),
  invitations: (shop) => posts(shop, "invitations", { email: `asked${shop.n}@example.com` }),
  workflows: (shop) => posts(shop, "workflows", { name: shop.name }),
  views: (shop) => posts(shop, "views", { name: shop.name }),
  "views/{viewId}/tasks": (shop) => posts(shop, "tasks", task(shop)),
  "views/{viewId}/projects": (shop) => posts(shop, "projects", { name: shop.name }),
  favorites: async (shop) => {
    const made = await post(shop, "projects", { name: shop.name });
    await ask(shop, "PUT", `favorites/project/${made.project.id}`);
  },
};

/**
 * Prepares records for every collection of the API. @returns a function that adds one record to the collection at a
 * path
 */
export function growthOf(app: TestApp, fullCast: FullCast): (path: string) => Promise<void> {
  let n = 0;
  return async (path) => {
    const add = ways[path.replace("/workspaces/{workspaceId}/", "")];
    if (!add) {
      throw new Error(
        `The list ${path} can't grow. Add how to "ways" in tests/gates/support/growth.ts.`,
      );
    }
    const name = `${names[n % names.length]} ${n}`;
    fullCast.world.clock.advance({ seconds: 1 });
    await add({ app, fullCast, n: n++, name });
  };
}

function task({ fullCast, name }: Shop) {
  return { title: name, teamId: fullCast.teams.eng };
}

/** Sends a request as a person, by default Ada. A path without a leading slash is in the workspace. */
async function ask(
  { app, fullCast }: Shop,
  method: string,
  path: string,
  body?: Record<string, unknown>,
  as: Person = fullCast.ada,
) {
  const whole = path.startsWith("/") ? path : `/workspaces/${fullCast.workspaceId}/${path}`;
  const answer = await call(app, `${method} ${whole}`, { as, body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
  return answer.body;
}

const post = (shop: Shop, path: string, body: Record<string, unknown>, as?: Person) =>
  ask(shop, "POST", path, body, as);

async function posts(...parts: Parameters<typeof post>): Promise<void> {
  await post(...parts);
}
