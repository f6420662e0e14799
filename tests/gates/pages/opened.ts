import { perform } from "../../../server/domain/core/operation.ts";
import { requestCode } from "../../../server/domain/sessions/request_code.ts";
import { updateComment } from "../../../server/domain/comments/update.ts";
import { archiveTask } from "../../../server/domain/tasks/archive.ts";
import { updateTask } from "../../../server/domain/tasks/update.ts";
import type { Action } from "../../../server/web/action.ts";
import type { Page } from "../../../server/web/page.ts";
import { withQuery } from "../../../views/paths.ts";
import { type AppOptions, createTestApp, type TestApp } from "../../support/app.ts";
import { nobody } from "../../support/world.ts";
import { addAutomation } from "../support/automation.ts";
import { type FullCast, populate } from "../support/full_cast.ts";
import { UndoingDatabase } from "../support/undoing.ts";
import { type Cookies, signEverybodyIn } from "./people.ts";
import type { Row } from "./row.ts";

/** Returns the name of an action in the table of rows. */
export const nameOf = ({ path, button }: Action) => button ? `${path} ${button}` : path;

/** Acme with everyone signed in. From then on, each change is undone immediately. */
export async function opened(
  options: AppOptions = {},
): Promise<{ app: TestApp; fullCast: FullCast; cookies: Cookies }> {
  let undoing: UndoingDatabase | undefined;
  const app = await createTestApp({
    ...options,
    wrap: (database) => undoing = new UndoingDatabase(database),
  });
  const fullCast = await populate(app.world);
  await addAutomation(fullCast);
  const cookies = await addRecords(fullCast);
  undoing!.undoes = true;
  return { app, fullCast, cookies };
}

/**
 * Adds the records for the rows of pages and actions to the full cast, which has an automation. @returns everyone's
 * cookies
 */
export async function addRecords(fullCast: FullCast): Promise<Cookies> {
  const { world, ids, ada, chidi } = fullCast;
  const cookies = await signEverybodyIn(fullCast);
  await perform(world.services, ada.member, archiveTask, { taskId: "ENG-2" });
  const patch = { description: "- [ ] oil the lock" };
  await perform(world.services, ada.member, updateTask, { taskId: "ENG-1", patch });
  const ofComment = { taskId: "ENG-1", commentId: ids.comment! };
  const said = { ...ofComment, body: "On it\n\n- [ ] bring oil" };
  ids.commentVersion = String(
    (await perform(world.services, chidi.member, updateComment, said)).version,
  );
  ids.codeEmail = "nia@example.com";
  const asked = { email: ids.codeEmail, purpose: "signup" };
  await perform(world.services, nobody, requestCode, asked);
  ids.code = world.mailer.codeFor(ids.codeEmail);
  const { version } = await world.database.read.selectFrom("tasks").select("version")
    .where("id", "=", ids.task!).executeTakeFirstOrThrow();
  ids.version = String(version);
  return cookies;
}

/** Returns the path of a page for the names in a row. */
export function pathOf(page: Page, row: Row, fullCast: FullCast): string {
  return withQuery(
    fillPath(page.path, row.params?.(fullCast) ?? {}),
    row.query?.(fullCast) ?? {},
  );
}

/** Fills a path's pattern with names: IDs and references, which need no escaping. */
export function fillPath(pattern: string, params: Readonly<Record<string, string>>): string {
  return pattern.replace(/:(\w+)/g, (_all, name: string) => params[name] ?? "");
}
