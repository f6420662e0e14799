import assert from "node:assert/strict";
import { findTask } from "../../server/domain/tasks/find.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { action } from "../../server/web/action.ts";
import { text } from "../../server/web/forms.ts";
import { page } from "../../server/web/page.ts";

const path = "/workspace/tasks/:taskId";
const who = "members";
const home = () => "/workspace/tasks";

// Each expectation is one of the compiler's: were the mistake below it none, checking this file would fail.
Deno.test("a page that writes, or a misspelled field of a page or an action, doesn't compile", () => {
  const writes = page({
    path,
    who,
    read(at) {
      // @ts-expect-error -- a page can only ask
      return at.ask(updateTask, { taskId: at.params.taskId, patch: {} });
    },
  });
  const performs = page({
    path,
    who,
    // @ts-expect-error -- nothing performs on a page
    read: (at) => at.perform,
  });
  const parameter = page({
    path,
    who,
    // @ts-expect-error -- the path names no such parameter
    read: (at) => at.params.taskid,
  });
  const input = page({
    path,
    who,
    // @ts-expect-error -- the query has no such field
    read: (at) => at.ask(findTask, { taskid: at.params.taskId }),
  });
  const prop = page({ path, who, read: () => ({ title: "Gate" }) }).shows({
    // @ts-expect-error -- nobody read it
    title: ({ titel }) => titel,
    main: () => <p></p>,
  });
  // @ts-expect-error -- nothing says which members it is for
  const unsaid = page({ path, read: () => ({}) });
  const field = action({
    path,
    form: { title: text },
    home,
    // @ts-expect-error -- the form has no such field
    does: ({ titel }) => Promise.resolve(titel),
  });
  const patch = action({
    path,
    form: {},
    home,
    does: (_form, at) =>
      // @ts-expect-error -- a task has no such field
      at.perform(updateTask, { taskId: at.params.taskId, patch: { titel: "" } }),
  });
  assert.ok([writes, performs, parameter, input, prop, unsaid, field, patch].every(Boolean));
});
