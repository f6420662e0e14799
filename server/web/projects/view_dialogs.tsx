import { onlyRecord } from "../../../views/paths.ts";
import { projectListPath, projectSearchOf } from "../../../views/project_list_paths.ts";
import { projectViewPath } from "../../../views/project_paths.ts";
import { ViewForm } from "../../../views/saved_views/form.tsx";
import {
  editViewPath,
  newProjectViewPath,
  projectViewEditPagePath,
} from "../../../views/view_paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findView } from "../../domain/saved_views/list.ts";
import { requireViewEditor } from "../../domain/saved_views/read.ts";
import { page } from "../page.ts";
import { scopesOf } from "../saved_views/dialogs.tsx";
import { projectQueryOf } from "./list_query.ts";
import { editProjectView, saveProjectView } from "./view_actions.ts";
import { projectViewShown } from "./view_query.ts";

/** Saves a list of projects as a view. */
export const newProjectViewPage = page({
  path: newProjectViewPath,
  who: "members",
  layer: "menu",
  under: (url) => projectListPath(projectQueryOf(url)),
  async read(at) {
    const asked = projectQueryOf(at.url);
    const shown = asked.view ? await projectViewShown(at, asked) : null;
    const query = shown?.query ?? asked;
    const scopes = { ...await scopesOf(at, null), projects: [] };
    const team = scopes.teams.find(({ id }) => id === onlyRecord(query.teamId));
    const given = {
      name: at.url.searchParams.get("name") ?? "",
      description: shown?.view.description ?? "",
      whose: shown ? "personal" : team?.id ?? "personal",
    };
    return { query, given, scopes };
  },
}).shows({
  title: () => "Save view",
  main({ refused, query, given, scopes }) {
    const form = refused(saveProjectView);
    return (
      <ViewForm
        id="new-view"
        title="Save as a view of projects"
        action={newProjectViewPath}
        keeps="project view:new"
        submit="Save view"
        scopes={scopes}
        values={form?.values ?? given}
        errors={form?.errors ?? {}}
        error={form?.rest}
        along={{ query: form?.values.query ?? projectSearchOf(query) }}
      />
    );
  },
});

/** Changes what a view of projects is called and whose it is. */
export const editProjectViewPage = page({
  path: projectViewEditPagePath,
  who: "members",
  layer: "menu",
  under: (_url, { viewKey }) => projectViewPath(viewKey),
  async read(at) {
    const found = await at.ask(findView, { viewId: at.params.viewKey });
    requireViewEditor(at.viewer, found);
    const view = parseJson(found.json);
    const scopes = await scopesOf(at, view.projectId);
    return { view, scopes: view.projectId ? scopes : { ...scopes, projects: [] } };
  },
}).shows({
  title: ({ view }) => `Edit ${view.name}`,
  main({ refused, view, scopes }) {
    const form = refused(editProjectView);
    const { id, name, description, teamId, projectId, scope, version } = view;
    const given = { name, description: description ?? "", whose: teamId ?? projectId ?? scope };
    return (
      <ViewForm
        id="edit-view"
        title="Edit view"
        action={editViewPath(view)}
        keeps={`${id}:view`}
        submit="Save"
        scopes={scopes}
        values={form?.values ?? given}
        errors={form?.errors ?? {}}
        error={form?.rest}
        along={{ version: String(version) }}
        saved={form?.status === 412 ? given : undefined}
      />
    );
  },
});
