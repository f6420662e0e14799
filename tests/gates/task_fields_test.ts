import assert from "node:assert/strict";
import { flagName } from "../../cli/command.ts";
import { commands } from "../../cli/commands/tasks.ts";
import { seedDatabase } from "../../cli/operator/demo/seed.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { createTask } from "../../server/domain/tasks/create.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { taskFilters } from "../../server/domain/tasks/filters/schema.ts";
import { Task, TaskPatch } from "../../server/domain/tasks/schema.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { createTaskTemplate } from "../../server/domain/task_templates/create.ts";
import { TaskTemplateCreate } from "../../server/domain/task_templates/schema.ts";
import { composeDefaults } from "../../views/tasks/compose_defaults.ts";
import { propertyOf, taskProperties } from "../../views/tasks/properties/all.ts";
import { clear } from "../../views/parts/other_values.tsx";
import { createTestApp } from "../support/app.ts";
import { withPalette } from "../support/palette.ts";
import { visit } from "../support/visitor.ts";
import { createWorld } from "../support/world.ts";
import { populate } from "./support/full_cast.ts";
import {
  all,
  amongOthers,
  type Apart,
  asWhole,
  called,
  changed,
  type Field,
  fillingOf,
  holds,
  made,
  texts,
  untold,
} from "./support/task_fields.ts";
import { prepare } from "./traces/prepare.ts";
import { changeRows } from "./traces/changes.ts";

const propertyFor = (field: Field) =>
  taskProperties.find((name) => propertyOf(name).field === field);

Deno.test("a task's record returns every field that it accepts", () => {
  const found = Object.keys(Task.shape);
  holds("The task's record", all, untold, (field) => found.includes(field));
});

Deno.test("the rail shows every field of a task with its menu", async () => {
  await using app = await createTestApp();
  const { ada, ids } = await populate(app.world);
  const visitor = await visit(app, ada.email);
  const patch = { projectId: ids.project!, milestoneId: ids.milestone! };
  for (const [field, value] of Object.entries(patch)) {
    assert.equal((await visitor.post("/workspace/tasks/ENG-1", { [field]: value })).status, 303);
  }
  const { html } = await visitor.get("/workspace/tasks/ENG-1");
  const apart = { ...texts, ...asWhole, ...amongOthers };
  holds("The rail (views/tasks/properties)", changed, apart, (field) => {
    const property = propertyFor(field);
    return property !== undefined && html.includes(` data-menu="${property}"`);
  });
});

Deno.test("each key opens the menu of one property", () => {
  const keys = taskProperties.map((name) => propertyOf(name).shortcut?.key).filter(Boolean);
  assert.deepEqual(keys, [...new Set(keys)]);
});

Deno.test("the composer has every field of a new task", async () => {
  await using app = await createTestApp();
  const { ada } = await populate(app.world);
  const visitor = await visit(app, ada.email);
  const { html } = await visitor.get("/workspace/tasks/compose?parentId=ENG-1");
  holds(
    "The composer (views/tasks/properties)",
    made,
    {},
    (field) => html.includes(` name="${field}"`),
  );
});

Deno.test("a duplicate, a template's task, and the next task keep every field", async () => {
  await using app = await createTestApp();
  const fullCast = await prepare(app);
  const { ada, bao, world, ids } = fullCast;
  const visitor = await visit(app, bao.email);
  const { fields } = changeRows(fullCast)["PATCH tasks/{taskId}"]!;
  const whole = Object.fromEntries(
    made.flatMap((field) => fields[field] ? [[field, fields[field].to]] : []),
  );
  whole.resources = [{ url: "https://example.com/spec" }];
  const task = await perform(world.services, ada.member, createTask, whole);
  const copyOf = parseJson(task.json).reference;
  const given = Object.keys(TaskTemplateCreate.shape);
  const carried = Object.entries(whole).filter(([field]) => given.includes(field));
  const template = await perform(world.services, ada.member, createTaskTemplate, {
    name: "Whole",
    ...Object.fromEntries(carried),
  });
  const composed = async (query: string) =>
    fillingOf((await visitor.part("GET", `/workspace/tasks/compose?${query}`, "/workspace")).html);
  const holdsIn = (
    surface: string,
    of: readonly string[],
    apart: Apart,
    filled: Map<string, string>,
  ) =>
    holds(
      surface,
      made.filter((field) => of.includes(field)),
      apart,
      (field) => !!filled.get(field),
    );
  const copy = await composed(`copyOf=${copyOf}`);
  const apart: Apart = {
    draft: "the person who creates the copy chooses whether it's a draft",
    templateId: "the copy already has the template's values",
    relations: "each task has its own relations",
  };
  holdsIn("A copy (server/web/tasks/composer.tsx)", made, apart, copy);
  const ofTemplate = await composed(`templateId=${template.id}`);
  holdsIn("A template's task (server/web/tasks/composer.tsx)", given, {}, ofTemplate);
  const { status, html } = await visitor.part("POST", "/workspace/tasks", "/workspace/tasks", {
    ...Object.fromEntries(copy),
    tags: ids.bug!,
    more: "true",
  });
  assert.equal(status, 200);
  const own: Apart = {
    title: "each task has its own",
    description: "each task has its own",
    resources: "each task has its own",
  };
  holdsIn(
    "The next task (server/web/tasks/composer.tsx)",
    made,
    { ...apart, ...own },
    fillingOf(html),
  );
});

Deno.test("a menu can clear any value, including 0", () => {
  const choices = [0, "a", null, undefined, ""].map((value) =>
    clear("None", "field", value).length
  );
  assert.deepEqual(choices, [1, 1, 0, 0, 0]);
});

Deno.test("messages name the chosen value, and menus can clear optional values", async () => {
  await using app = await createTestApp();
  const fullCast = await prepare(app);
  const { ada, bao, world } = fullCast;
  const visitor = await visit(app, bao.email);
  const { fields } = changeRows(fullCast)["PATCH tasks/{taskId}"]!;
  const whole = made.flatMap((field) => fields[field] ? [[field, fields[field].to]] : []);
  const task = await perform(world.services, ada.member, createTask, Object.fromEntries(whole));
  const path = `/workspace/tasks/${parseJson(task.json).reference}`;
  const chosen = changed.filter((field) => propertyFor(field) && !(field in amongOthers));
  holds("What is said of a change (inWords)", chosen, {
    parentId: "only the full record returns the parent's reference, and the rail shows it",
    teamId: "the task's new reference names the team",
  }, (field) => propertyOf(propertyFor(field)!).inWords !== undefined);
  const missing = chosen.filter((field) =>
    TaskPatch.shape[field as keyof typeof TaskPatch.shape]
      .safeParse(null).success
  );
  const menus = new Map<string, string>();
  for (const field of missing) {
    menus.set(field, (await visitor.get(`${path}/${propertyFor(field)}`)).html);
  }
  holds(
    "Each menu (choices)",
    missing,
    {},
    (field) => new RegExp(`name="${field}" value=""`).test(menus.get(field)!),
  );
});

Deno.test("a task created from a list gets every field for which a filter has a single value", () => {
  const filters: Partial<Record<Field, keyof typeof taskFilters>> = { tags: "label" };
  const narrowing = made.filter((field) => Object.hasOwn(taskFilters, filters[field] ?? field));
  holds(
    "A list's new task (views/tasks/compose_defaults.ts)",
    narrowing,
    {},
    (field) => Object.hasOwn(composeDefaults({ [filters[field] ?? field]: "a" }), field),
  );
});

Deno.test("the palette can change every field of a task", () =>
  withPalette(async ({ fullCast: { ada, ids }, menu, run }) => {
    await run(ada, "task.setProject", ids.task, ids.project);
    const posted = (await menu(ada, ids.task!)).filter(({ command }) => command !== null);
    const groups = new Set(posted.map(({ group }) => group));
    const apart = { ...texts, ...asWhole, ...amongOthers };
    holds("The palette (views/tasks/properties)", changed, apart, (field) => {
      const property = propertyFor(field);
      return property !== undefined && groups.has(propertyOf(property).name);
    });
  }));

Deno.test("rows and cards show every field of a task", async () => {
  await using app = await createTestApp();
  const fullCast = await prepare(app);
  const { ada, bao, ids, world } = fullCast;
  const visitor = await visit(app, bao.email);
  const shownBy = async (query: string) => {
    const { html } = await visitor.get(`/workspace/tasks?${query}`);
    return String(html.match(/<li class="row.*?<\/li>/gs) ?? assert.fail(`?${query}: no rows.`));
  };
  const surfaces = {
    "A row of a list (views/tasks/row.tsx)": "group=none",
    "A card of a board (views/tasks/card.tsx)": "layout=board",
  };
  const listed = () => Promise.all(Object.values(surfaces).map(shownBy));
  const { fields } = changeRows(fullCast)["PATCH tasks/{taskId}"]!;
  const first: Partial<Record<Field, object>> = {
    milestoneId: { projectId: ids.project },
    stateId: { teamId: ids.support },
    beforeSibling: { parentId: ids.task },
    afterSibling: { parentId: ids.task },
  };
  const shown: Field[][] = [[], []];
  for (const field of changed) {
    const bare = { title: "Bare", teamId: "ENG", ...first[field] };
    const { id } = await perform(world.services, ada.member, createTask, bare);
    const before = await listed();
    const { to } = fields[field] ??
      assert.fail(`${field} has no row in tests/gates/traces/changes.ts`);
    await perform(world.services, ada.member, updateTask, { taskId: id, patch: { [field]: to } });
    const after = await listed();
    shown.forEach((fields, n) => before[n] !== after[n] && fields.push(field));
  }
  const apart: Apart = {
    description: "a row has only one line",
    milestoneId: "rows show the milestone's project",
    draft: "lists contain only published tasks",
    ...amongOthers,
  };
  Object.keys(surfaces).forEach((surface, n) =>
    holds(surface, changed, apart, (field) => shown[n]!.includes(field))
  );
});

Deno.test("a list can be filtered by every field of a task", () => {
  const filters: Partial<Record<Field, keyof typeof taskFilters>> = {
    tags: "label",
    deadlineAt: "deadlineBefore",
    draft: "includeDrafts",
    title: "q",
    description: "q",
  };
  const apart = { stateId: "lists filter by status, which includes its states", ...amongOthers };
  holds(
    "The filters of a list (taskFilters in server/domain/tasks/filters/schema.ts)",
    changed,
    apart,
    (field) => Object.hasOwn(taskFilters, filters[field] ?? field),
  );
});

Deno.test("both command lines can set every field of a task", async () => {
  const script = await Deno.readTextFile(new URL("../../static/backlog.sh", import.meta.url));
  const verbs = [["create", made], ["update", changed], ["update-many", changed]] as const;
  for (const [verb, fields] of verbs) {
    const { options } = commands.find(({ path }) => path === `tasks ${verb}`)!;
    const help = script.split(`# Usage: backlog.sh tasks ${verb} `)[1]!.split("\ncmd_")[0]!;
    const one = "a position among sub-tasks belongs to a single task";
    const apart: Apart = {
      ...(verb !== "create" && { draft: "publishing is `--publish`" }),
      ...(verb === "update-many" && { beforeSibling: one, afterSibling: one }),
    };
    const name = (field: Field) => called[field] ?? field;
    holds(
      `backlog tasks ${verb} (cli/task_fields.ts)`,
      fields,
      apart,
      (field) => Object.hasOwn(options, name(field)),
    );
    holds(
      `static/backlog.sh tasks ${verb}`,
      fields,
      apart,
      (field) => new RegExp(`^# +${flagName(name(field))}\\b`, "m").test(help),
    );
  }
});

Deno.test("the demo has tasks with every field, with several values each", async () => {
  await using world = await createWorld();
  const config = { origin: "http://localhost:5173", signup: "invite" } as const;
  const stage = await seedDatabase(world.database, config, { tasks: 600, now: world.clock.now() });
  const [owner] = stage.members.values();
  const tasks = await listAll(world.services, owner!, listTasks, { includeDrafts: "true" });
  holds("The demo (cli/operator/demo/plan.ts)", all, untold, (field) => {
    const values = tasks.map((task) => JSON.stringify(task[field as keyof Task]));
    return new Set(values).size > 1;
  });
});
