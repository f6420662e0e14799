import { searches } from "./palette_searches.ts";

/** Searches by properties of records, one block per source: tasks, drafts, projects, people, teams, and views. */
export const sourceSearches = searches(`
  Dredge the moat → Dredge the moat
  windlass → Dredge the moat
  portcullis → Dredge the moat
  ENG-{dredge} → Dredge the moat
  eng-{dredge} → Dredge the moat
  dredge engineering → Dredge the moat
  dredge gatehouse → Dredge the moat
  dredge chidi → Dredge the moat
  dredge hinge → Dredge the moat
  dredge progressed → Dredge the moat
  dredge active → Dredge the moat
  in progress moat → Dredge the moat
  assigned moat → Dredge the moat
  owner moat → Dredge the moat
  ticket moat → Dredge the moat
  task moat → Dredge the moat
  urgent moat → Dredge the moat
  #windlass → Dredge the moat
  #portcullis → Dredge the moat
  #chidi moat → Dredge the moat
  # ENG-{dredge} → Dredge the moat
  paint fence → Paint the fence
  done fence → Paint the fence
  completed fence → Paint the fence
  complete fence → Paint the fence
  #done fence → Paint the fence
  forge a bell → Forge a bell
  clapper → Forge a bell
  draft bell → Forge a bell
  unpublished bell → Forge a bell
  drafts bell → Forge a bell
  #bell → Forge a bell
  bell engineering → Forge a bell
  bell hinge → Forge a bell
  harbour wall → Harbour wall
  HARB → Harbour wall
  breakwater → Harbour wall
  limestone → Harbour wall
  project harbour → Harbour wall
  initiative harbour → Harbour wall
  $tove → Harbour wall
  $lea harbour → Harbour wall
  $infrastructure → Harbour wall
  $support → Harbour wall
  $planned wall → Harbour wall
  $urgent wall → Harbour wall
  $breakwater → Harbour wall
  $limestone → Harbour wall
  $harb → Harbour wall
  Zeno Marsh → Zeno Marsh
  @zeno → Zeno Marsh
  zeno@example.com → Zeno Marsh
  @zeno@example → Zeno Marsh
  lighthouse → Zeno Marsh
  @lighthouse → Zeno Marsh
  semaphore → Zeno Marsh
  @semaphore → Zeno Marsh
  @admin → Bảo Nguyễn
  @owner → Ada Lovelace
  @support zeno → Zeno Marsh
  person zeno → Zeno Marsh
  people marsh → Zeno Marsh
  @bao → Bảo Nguyễn
  @nguyen → Bảo Nguyễn
  bảo → Bảo Nguyễn
  Stonemasons → Stonemasons
  STM → Stonemasons
  mortar → Stonemasons
  masonry and vaults → Stonemasons
  team stonemasons → Stonemasons
  stonemasons team → Stonemasons
  Seaward → Seaward
  saltwater → Seaward
  view seaward → Seaward
  seaward workspace → Seaward
  seaward ada → Seaward
  Ships afoot → Ships afoot
  ships project → Ships afoot
`);

/** Searches with one wrong letter, whose results come after exact matches. */
export const nearSearches = searches(`
  dregde the moat → Dredge the moat
  dredg the moat → Dredge the moat
  paint the fense → Paint the fence
  harbuor wall → Harbour wall
  $harbuor → Harbour wall
  @zenno → Zeno Marsh
  stonemasns → Stonemasons
  seawrad → Seaward
  billng → Billng of 1840
  billlng → Open billing
  billing → Open billing
  #billing → Billings of the smithy
  billings → Billings of the smithy
  secrity → Open security settings
  security → Open security settings
  worfklows → Open workflows
  raodmap → Raodmap
  roadmpa → Open roadmap
  roadmap → Open roadmap
  inbxo → Open inbox
  >raodmap → Open roadmap
  >billng → Open billing
  crate task → Create task
`);
