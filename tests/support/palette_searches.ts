/** Typed texts and the titles that must come first: one per line, `typed → title`. */
export function searches(lines: string): [typed: string, first: string][] {
  return lines.trim().split("\n").map((line) => {
    const [typed = "", first = ""] = line.trim().split(" → ");
    return [typed, first];
  });
}

/** Commands, found by name, topic, synonyms, generic words, and with one wrong letter. */
export const commandSearches = searches(`
  create task → Create task
  Create Task → Create task
  new task → Create task
  add task → Create task
  create project → Create project
  new project → Create project
  create team → Create team
  create workflow → Create workflow
  create task template → Create task template
  create project template → Create project template
  create task label → Create task label
  create project label → Create project label
  create task view → Create task view
  create project view → Create project view
  create personal → Create personal access token
  personal api key → Create personal access token
  pat → Create personal access token
  access token → Create personal access token
  invite → Invite members
  invite members → Invite members
  invite people → Invite members
  install automation → Install automation
  install → Install automation
  install agent → Install automation
  inbox → Open inbox
  open inbox → Open inbox
  notifications → Open inbox
  go to inbox → Open inbox
  open tasks → Open tasks
  go to tasks → Open tasks
  go to tickets → Open tasks
  open projects → Open projects
  go to initiatives → Open projects
  open teams → Open teams
  open members → Open members
  open people → Open members
  open saved views → Open saved views
  saved views → Open saved views
  drafts → Open drafts
  open drafts → Open drafts
  unpublished → Open drafts
  roadmap → Open roadmap
  open roadmap → Open roadmap
  timeline → Open roadmap
  settings → Open settings
  setting → Open settings
  sett → Open settings
  set → Open settings
  profile settings → Open profile settings
  open profile → Open profile settings
  preferences → Open preferences
  theme → Open preferences
  security → Open security settings
  password → Open security settings
  api keys → Open personal access tokens
  personal api keys → Open personal access tokens
  sessions → Open active sessions
  active sessions → Open active sessions
  devices → Open active sessions
  sign out → Open active sessions
  team settings → Open team settings
  workspace settings → Open workspace settings
  member settings → Open member settings
  roles → Open member settings
  workflows → Open workflows
  open workflows → Open workflows
  task labels → Open task labels
  project labels → Open project labels
  task templates → Open task templates
  project templates → Open project templates
  open automation → Open automation
  bots → Open automation
  usage → Open usage
  limits → Open usage
  billing → Open billing
  invoices → Open billing
  payment → Open billing
  create → Create task
  new → Create task
  add → Create task
  CREATE → Create task
  create task Oil the hinges → Create task
  new project Harbour wall → Create project
  create team Roofers → Create team
  create task view Mine this week → Create task view
  setings → Open settings
  settngs → Open settings
  roadmpa → Open roadmap
  raodmap → Open roadmap
  inbx → Open inbox
  preferenecs → Open preferences
  secrity → Open security settings
  billling → Open billing
  workflws → Open workflows
  autmation → Install automation
  >inbox → Open inbox
  > create task → Create task
  >settings → Open settings
  >roadmap → Open roadmap
  >billng → Open billing
  > → Create task
`);

/** Records, found by name and properties among commands. */
export const recordSearches = searches(`
  Mend the drawbridge → Mend the drawbridge
  mend the drawbridge → Mend the drawbridge
  MEND THE DRAWBRIDGE → Mend the drawbridge
  mend the draw → Mend the drawbridge
  drawbridge → Drawbridge chains
  drawb → Drawbridge chains
  bridge mend → Mend the drawbridge
  draw mend → Mend the drawbridge
  chains → Drawbridge chains
  #drawbridge → Drawbridge chains
  # mend → Mend the drawbridge
  #chains → Drawbridge chains
  harbour wall → Harbour wall
  Harbour → Harbour wall
  $harbour → Harbour wall
  $ harbour → Harbour wall
  $wall → Harbour wall
  HARB → Harbour wall
  $HARB → Harbour wall
  quay inspection → Quay inspection
  quay → Quay inspection
  Zeno Marsh → Zeno Marsh
  zeno → Zeno Marsh
  marsh → Zeno Marsh
  @zeno → Zeno Marsh
  @ marsh → Zeno Marsh
  @zen → Zeno Marsh
  zeno marsh → Zeno Marsh
  Stonemasons → Stonemasons
  stone → Stonemasons
  STM → Stonemasons
  stm → Stonemasons
  Everything by the sea → Everything by the sea
  everything by → Everything by the sea
  by the sea → Everything by the sea
  open tasks on the moor → Open tasks on the moor
  inbox zero → Inbox zero
  settings of the sluice → Settings of the sluice
  create a moat → Create a moat
  unpublished lantern → Hang the lantern
  ünvited → Oil the ünvited hinge
  unvited → Oil the ünvited hinge
  lantern → Hang the lantern
  hang the → Hang the lantern
  complete mend the drawbridge → Complete task
  done mend the drawbridge → Complete task
  cancel mend the drawbridge → Cancel task
  start mend the drawbridge → Mark task as in progress
  assign mend the drawbridge → Assign task to me
  archive mend the drawbridge → Archive task
  follow mend the drawbridge → Unfollow task
  pin mend the drawbridge → Favorite task
`);
