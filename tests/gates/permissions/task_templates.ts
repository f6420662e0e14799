import { everybody, managers, type Table } from "./row.ts";

const template = {
  open: ({ ids }: { ids: Record<string, string> }) => ({ templateId: ids.taskTemplate }),
  private: ({ ids }: { ids: Record<string, string> }) => ({ templateId: ids.privateTemplate }),
};

export const taskTemplateRows: Table = {
  "taskTemplates.list": [{ input: () => ({}), scope: "workspace.read", may: everybody }],
  "taskTemplates.find": [
    { of: "for anyone", input: template.open, scope: "workspace.read", may: everybody },
    {
      of: "for a private team",
      input: template.private,
      scope: "workspace.read",
      in: "private",
      may: everybody,
    },
  ],
  "taskTemplates.create": [{
    input: () => ({ name: "Defect" }),
    scope: "workspace.manage",
    may: managers,
  }],
  "taskTemplates.update": [{
    input: (fullCast) => ({ ...template.open(fullCast), patch: { name: "Fault" } }),
    scope: "workspace.manage",
    may: managers,
  }],
  "taskTemplates.archive": [{ input: template.open, scope: "workspace.manage", may: managers }],
  "taskTemplates.restore": [{ input: template.open, scope: "workspace.manage", may: managers }],
};
