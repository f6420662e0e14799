import { searches } from "./palette_searches.ts";

/** Searches by the owner of the demo workspace, with the expected result: a title or a task's reference. */
export const demoSearches = searches(`
  maren → Maren Solberg
  tomas → Tomás Echeverría
  echeverria → Tomás Echeverría
  priya → Priya Raghunathan
  zoe lind → Zoë Lindqvist
  陈美玲 → 陈美玲
  @seun → Oluwaseun Adeyemi
  osei → Kwabena Osei
  siobhan → Siobhán Ní Dhomhnaill
  wisniewski → Jakub Wiśniewski
  solbreg → Maren Solberg
  refunds → Refunds within a day
  RFND → Refunds within a day
  refnds within a day → Refunds within a day
  $fares → Transparent fares
  one paymnet page → One payment page
  tickets offline → Offline tickets
  pocket → Offline tickets
  quiet → Fewer night alarms
  vehicle decks → Vehicle decks planned by size
  open bugs → Open bugs
  this week → This week
  mine by deadline → Mine, by deadline
  under way → Under way
  engineering → Engineering
  ENG-12 → ENG-12
  eng-12 → ENG-12
  create mend the pier → Create task
  roadmap → Open roadmap
  settings → Open settings
`);
