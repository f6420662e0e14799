/** An export of each tool with invented content, in the form that its documentation describes. */

export const linear =
  `"ID","Team","Title","Description","Status","Estimate","Priority","Project ID","Project","Creator","Assignee","Labels","Cycle Number","Cycle Name","Cycle Start","Cycle End","Created","Updated","Started","Triaged","Completed","Canceled","Archived","Due Date","Parent issue","Initiatives","Project Milestone ID","Project Milestone","SLA Status","UUID","Time in status (minutes)","Related to","Blocked by","Duplicate of"
"LIN-1","Harbour","Mend the gate","It **hangs**, see LIN-2.
Second line","In Review","3","Urgent","p1","Gates","ada@example.com","chidi@example.com","Bug, Rusty","4","Spring","","","2024-02-10T13:45:00.000Z","2024-03-01T08:00:00.000Z","2024-02-11T08:00:00.000Z","","","","","2024-12-24","","","m1","Beta","","u-1","90","LIN-3","LIN-2","LIN-404"
"LIN-2","Harbour","Oil it","","Shipped it","","No priority","p1","Gates","gone@example.org","gone@example.org","","","","","","Sat Feb 10 2024 15:45:00 GMT+0200 (CEST)","Sat Feb 10 2024 15:45:00 GMT+0200 (CEST)","","","2024-02-20T10:00:00.000Z","","","","LIN-1","","","","","u-2","5","","",""
"LIN-3","Harbour","Forget it","","Nope","","Low","","","ada@example.com","","","","","","","2024-02-10T13:45:00.000Z","2024-02-10T13:45:00.000Z","","","","2024-02-12T10:00:00.000Z","2024-02-13T10:00:00.000Z","","","","","","","u-3","0","LIN-1","","LIN-2"
`;

/** Output of `gh issue list --json`, and for the second issue and a pull request, of the REST API. */
export const github = JSON.stringify([
  {
    number: 12,
    title: "Mend the gate",
    body: "It hangs.\r\n\r\n- [x] measure\r\n- [ ] saw",
    state: "OPEN",
    stateReason: "",
    url: "https://github.com/acme/harbour/issues/12",
    author: { login: "ada", name: "", is_bot: false },
    assignees: [{ login: "chidi", name: "Chidi Eze" }, { login: "stranger", name: "" }],
    labels: [{ id: "L1", name: "bug", color: "d73a4a", description: "" }],
    milestone: { number: 1, title: "Beta", dueOn: "2024-06-30T07:00:00Z" },
    issueType: { id: "T1", name: "Bug", description: "", color: "RED" },
    parent: {
      id: "I13",
      number: 13,
      title: "Oil it",
      url: "https://github.com/acme/harbour/issues/13",
      state: "CLOSED",
    },
    blockedBy: {
      nodes: [{
        id: "I15",
        number: 15,
        title: "Saw it",
        url: "https://github.com/acme/harbour/issues/15",
        state: "OPEN",
      }, { id: "I9", number: 9, title: "?", url: "https://github.com/acme/other/issues/9" }],
      totalCount: 2,
    },
    closedByPullRequestsReferences: [{
      id: "P14",
      number: 14,
      url: "https://github.com/acme/harbour/pull/14",
    }],
    comments: [{
      id: "IC_1",
      author: { login: "stranger" },
      authorAssociation: "NONE",
      body: "Me too, @ada",
      createdAt: "2024-02-11T09:30:00Z",
    }, { author: { login: "chidi" }, body: "Saw it", createdAt: "2024-02-12T09:30:00Z" }],
    createdAt: "2024-02-10T13:45:00Z",
    updatedAt: "2024-03-01T08:00:00Z",
    closedAt: null,
  },
  {
    number: 13,
    title: "Oil it",
    body: null,
    state: "closed",
    state_reason: "not_planned",
    html_url: "https://github.com/acme/harbour/issues/13",
    url: "https://api.github.com/repos/acme/harbour/issues/13",
    user: { login: "stranger" },
    assignees: [],
    labels: [{ name: "wontfix", color: "ffffff" }],
    milestone: null,
    comments: 2,
    created_at: "2024-02-10T13:45:00Z",
    updated_at: "2024-02-10T13:45:00Z",
    closed_at: "2024-02-12T13:45:00Z",
  },
  {
    number: 15,
    title: "Saw it",
    body: "",
    state: "OPEN",
    url: "https://github.com/acme/harbour/issues/15",
    blocking: { nodes: [{ number: 12, url: "https://github.com/acme/harbour/issues/12" }] },
  },
  {
    number: 14,
    title: "A change",
    state: "open",
    html_url: "https://github.com/acme/harbour/pull/14",
    pull_request: { url: "https://api.github.com/repos/acme/harbour/pulls/14" },
  },
]);

export const jira =
  `Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Priority,Resolution,Assignee,Assignee Id,Reporter,Reporter Id,Created,Updated,Resolved,Due date,Labels,Labels,Description,Sprint,Custom field (Story Points),Comment,Comment,Parent,Parent key,Status Category,Custom field (Colour),Outward issue link (Blocks),Outward issue link (Blocks),Inward issue link (Duplicate),Outward issue link (Cloners),Attachment,Attachment
Mend the gate,HAR-1,10001,Bug,In Progress,HAR,Harbour,Highest,,Chidi Eze,557058:c,Ada Lovelace,557058:a,10/Feb/24 3:45 PM,01/Mar/24 8:00 AM,,24/Dec/24 12:00 AM,rusty,gate,"h2. Why
It *hangs*, see [the plan|https://example.com/plan].
{code:bash}
# saw it
{code}",Sprint 7,5.0,11/Feb/24 9:30 AM;557058:z;Me too,12/Feb/24 9:30 AM;557058:c;Saw it,,,In Progress,Blue,HAR-2,HAR-3,HAR-3,HAR-2,10/Feb/24 3:45 PM;557058:a;plan; a.pdf;https://acme.example.com/rest/api/3/attachment/content/1,10/Feb/24 3:45 PM;557058:a;gone.png;
Oil it,HAR-2,10002,Sub-task,Fertig,HAR,Harbour,Medium,Done,,,Zed,557058:z,10/Feb/24 3:45 PM,10/Feb/24 3:45 PM,20/Feb/24 10:00 AM,,,,,,,,,10001,HAR-1,Done,,,,,,,
Forget it,HAR-3,10003,Task,Closed,HAR,Harbour,Low,Won't Do,,,,,2024-02-10 15:45,2024-02-10 15:45,,,,,,,,,,,,Done,,HAR-1,,,,,
`;

export const trello = JSON.stringify({
  id: "65c7a1b0c0ffee0000000000",
  name: "Harbour",
  shortLink: "abc",
  lists: [
    { id: "l1", name: "Doing", closed: false, pos: 1 },
    { id: "l2", name: "Frozen", closed: false, pos: 2 },
  ],
  members: [{ id: "m1", fullName: "Chidi Eze", username: "chidi7" }, {
    id: "m2",
    fullName: "Zed",
    username: "zed",
  }],
  labels: [{ id: "k1", name: "", color: "green_dark" }],
  customFields: [
    {
      id: "F1",
      name: "Risk",
      type: "list",
      options: [{ id: "o1", value: { text: "Large" }, color: "red", pos: 1 }],
    },
    { id: "F2", name: "Points", type: "number" },
  ],
  checklists: [{
    id: "c1",
    idCard: "65c7a1b0c0ffee0000000001",
    name: "Steps",
    pos: 1,
    checkItems: [
      { id: "i2", name: "saw", state: "incomplete", pos: 2, due: "2024-02-14T09:00:00.000Z" },
      { id: "i1", name: "measure", state: "complete", pos: 1 },
    ],
  }],
  cards: [
    {
      id: "65c7a1b0c0ffee0000000001",
      idShort: 1,
      name: "Mend the gate",
      desc: "It hangs.",
      idList: "l1",
      idMembers: ["m1", "m2"],
      labels: [{ id: "k1", name: "", color: "green_dark" }, { name: "Rusty", color: "sky" }],
      due: "2024-12-24T23:30:00.000Z",
      dueComplete: false,
      closed: false,
      shortUrl: "https://trello.com/c/abc1",
      dateLastActivity: "2024-03-01T08:00:00.000Z",
      shortLink: "abc1",
      attachments: [
        { id: "t1", name: "Plan", url: "https://example.com/plan", bytes: null },
        { id: "t2", name: "https://trello.com/c/abc2", url: "https://trello.com/c/abc2/2-oil-it" },
      ],
      customFieldItems: [
        { id: "f1", idCustomField: "F1", idValue: "o1", value: null },
        { id: "f2", idCustomField: "F2", idValue: null, value: { number: "3" } },
      ],
    },
    {
      id: "65c7a1b0c0ffee0000000002",
      idShort: 2,
      name: "Oil it",
      desc: "",
      idList: "l2",
      idMembers: [],
      labels: [],
      due: "2024-02-01T10:00:00.000Z",
      dueComplete: true,
      closed: true,
      shortUrl: "https://trello.com/c/abc2",
      dateLastActivity: "2024-02-20T10:00:00.000Z",
    },
  ],
  actions: [
    {
      id: "a1",
      type: "commentCard",
      date: "2024-02-11T09:30:00.000Z",
      data: { text: "Me too", card: { id: "65c7a1b0c0ffee0000000001" } },
      memberCreator: { fullName: "Zed", username: "zed" },
    },
    { id: "a2", type: "updateCard", date: "2024-02-11T09:31:00.000Z", data: {} },
  ],
});

const planeItem = {
  "ID": "HAR-1",
  "Project": "Harbour",
  "Name": "Mend the gate",
  "Description": "It hangs.",
  "State": "In Progress",
  "Start Date": "",
  "Target Date": "Tue, 24 Dec 2024",
  "Priority": "urgent",
  "Created By": "Ada Lovelace",
  "Assignee": "Chidi Eze",
  "Labels": "Rusty, Gate",
  "Cycle Name": "Spring",
  "Cycle Start Date": "",
  "Cycle End Date": "",
  "Module Name": "Beta",
  "Module Start Date": "",
  "Module Target Date": "",
  "Created At": "Sat, 10 Feb 2024 13:45:00 UTC+0000",
  "Updated At": "Fri, 01 Mar 2024 08:00:00 UTC+0000",
  "Completed At": "",
  "Archived At": "",
  "Relations": "",
};
const planeItems = [planeItem, {
  ...planeItem,
  "ID": "HAR-2",
  "Name": "Oil it",
  "State": "Done",
  "Priority": "none",
  "Assignee": "",
  "Created By": "Zed",
  "Completed At": "Tue, 20 Feb 2024 10:00:00 UTC+0000",
}];

export const planeJson = JSON.stringify(planeItems.map(({ Labels, ...item }) => ({
  ...item,
  Labels: Labels.split(", "),
})));
export const planeCsv = [Object.keys(planeItem), ...planeItems.map((one) => Object.values(one))]
  .map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n");

/** The columns of Plane's export since 2026, where lists are real lists, or JSON in a cell. */
const newerItem = {
  project_name: "Harbour",
  project_identifier: "HAR",
  parent: "",
  identifier: "HAR-1",
  sequence_id: 1,
  name: "Mend the gate",
  state_name: "In Progress",
  priority: "urgent",
  assignees: ["Chidi Eze", "Zed"],
  subscribers: [],
  created_by_name: "Ada Lovelace",
  start_date: null,
  target_date: "2024-12-24",
  completed_at: null,
  created_at: "2024-02-10T13:45:00Z",
  updated_at: "2024-03-01T08:00:00Z",
  archived_at: null,
  estimate: "3",
  labels: ["Rusty, old"],
  cycles: ["Spring"],
  modules: ["Beta", "Gamma"],
  links: [{ url: "https://example.com/plan", title: "Plan" }],
  relations: [{ type: "blocked_by", issue: "HAR-2", direction: "outgoing" }],
  comments: [{ comment: "Me too", created_by: "Zed", created_at: "2024-02-11 09:30:00" }, {
    comment: "Saw it",
    created_by: "Chidi Eze",
    created_at: "2024-02-12 09:30:00",
  }],
  is_draft: false,
};
export const newerPlaneJson = JSON.stringify([newerItem, {
  ...newerItem,
  parent: "HAR-1",
  identifier: "HAR-2",
  name: "-Oil it",
  relations: [
    { type: "blocked_by", issue: "HAR-1", direction: "incoming" },
    { type: "start_before", issue: "HAR-1", direction: "outgoing" },
  ],
  comments: [],
}]);
export const newerPlaneCsv = [
  Object.keys(newerItem).map((key) =>
    key.replaceAll("_", " ").replace(/\b[a-z]/g, (one) => one.toUpperCase())
  ),
  ...(JSON.parse(newerPlaneJson) as typeof newerItem[]).map((one) =>
    Object.values(one).map((value) =>
      typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "")
    )
  ),
].map((row) => row.map((cell) => `"${cell.replace(/^-/, "'-").replaceAll('"', '""')}"`).join(","))
  .join("\r\n");
