import { newProjectPath, projectPath, projectsPath } from "../../../views/project_paths.ts";
import { ProjectComposer } from "../../../views/projects/composer.tsx";
import { parseJson } from "../../domain/core/json.ts";
import { listProjectLabels } from "../../domain/project_labels/list.ts";
import { listProjectTemplates } from "../../domain/project_templates/list.ts";
import { createProject } from "../../domain/projects/create.ts";
import { ProjectCreate } from "../../domain/projects/schema.ts";
import { action } from "../action.ts";
import { membersOf } from "../choices.ts";
import { makingForm, readFields, text } from "../forms.ts";
import { page } from "../page.ts";
import { archiveProjectAction } from "./state_actions.ts";

const { status: _status, ...fields } = ProjectCreate.shape;

/** The composer's fields, and the parameters of the address that fill them in. */
const projectForm = { ...makingForm(fields), name: text };

/** Makes a project, and leads to it. */
export const makeProject = action({
  path: newProjectPath,
  form: projectForm,
  changes: "page and sidebar",
  leads: true,
  does: async (values, at) => parseJson((await at.perform(createProject, values)).json),
  says: ({ id, key }) => ({
    text: `${key} created.`,
    undo: { action: archiveProjectAction, path: projectPath(id) },
  }),
  then: ({ key }) => projectPath(key),
  home: () => newProjectPath,
});

/** The composer of a project, for those who may make one. */
export const newProjectPage = page({
  path: newProjectPath,
  who: "managers",
  area: "planning",
  sidebarPaths: () => [projectsPath],
  async read(at) {
    const given = readFields(projectForm, at.url.searchParams);
    const me = at.viewer.profile.id;
    const leadId = given.leadId === "me" ? me : given.leadId;
    const values = { ...given, leadId };
    const [{ records: people, more }, teams, labels, templates] = await Promise.all([
      membersOf(at, { named: [me, leadId] }, { working: true }),
      at.teams(),
      at.askAll(listProjectLabels),
      at.askAll(listProjectTemplates),
    ]);
    return { values, people, more, teams, labels, templates };
  },
}).shows({
  title: () => "New project",
  bar: () => <h1>New project</h1>,
  main({ refused, values, ...offered }) {
    const form = refused(makeProject);
    return (
      <ProjectComposer
        {...offered}
        values={form?.values ?? values}
        errors={form?.errors ?? {}}
        error={form?.rest}
      />
    );
  },
});
