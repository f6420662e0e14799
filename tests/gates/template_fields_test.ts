import assert from "node:assert/strict";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { createTask } from "../../server/domain/tasks/create.ts";
import { createTaskTemplate } from "../../server/domain/task_templates/create.ts";
import { TaskTemplateCreate } from "../../server/domain/task_templates/schema.ts";
import { createTestApp } from "../support/app.ts";
import { type Apart, type Field, holds, made } from "./support/task_fields.ts";
import { changeRows } from "./traces/changes.ts";
import { prepare } from "./traces/prepare.ts";

Deno.test("a template has every task field except those that belong to a single task", async () => {
  await using app = await createTestApp();
  const fullCast = await prepare(app);
  const { ada, world } = fullCast;
  const apart: Apart = {
    projectId: "templates work for tasks in any project",
    milestoneId: "templates work for tasks in any project",
    deadlineAt: "each task has its own deadline",
    parentId: "each task has its own parent task",
    draft: "the person who creates the task chooses whether it's a draft",
    resources: "each task has its own links",
    relations: "each task has its own relations",
    templateId: "a template isn't created from a template",
  };
  const carried = Object.keys(TaskTemplateCreate.shape);
  holds(
    "A task template (server/domain/task_templates/schema.ts)",
    made,
    apart,
    (field) => carried.includes(field),
  );
  const rows = changeRows(fullCast)["PATCH tasks/{taskId}"]!.fields;
  const fields = made.filter((field) => !Object.hasOwn(apart, field));
  const rowOf = (field: Field) =>
    rows[field] ?? assert.fail(`${field} has no row in tests/gates/traces/changes.ts`);
  const filling = Object.fromEntries(fields.map((field) => [field, rowOf(field).to]));
  const template = await perform(world.services, ada.member, createTaskTemplate, {
    name: "Whole",
    ...filling,
  });
  const task = await perform(world.services, ada.member, createTask, { templateId: template.id });
  const record: Record<string, unknown> = parseJson(task.json);
  for (const field of fields) {
    const { to, becomes = to, shown = (one) => one[field] } = rowOf(field);
    assert.deepEqual(
      shown(record),
      becomes,
      `a task created from a template has the template's ${field}`,
    );
  }
});
