/** A word that texts don't use, the word to use, and texts that need it all the same, each with its reason. */
interface Retired {
  word: RegExp;
  use: string;
  except?: readonly [text: RegExp, reason: string][];
}

/** Words that the glossary and the style guide retired. */
export const retired: readonly Retired[] = [
  // Planning
  {
    word: /\bdue dates?\b|\bis due\b/i,
    use: '"deadline", or "target date" of a project',
    except: [[/^due date$/, "a column of other tools' exports"]],
  },
  { word: /\bhow far (it|they)\b/i, use: '"status"' },
  { word: /\bhow (it|they|a project) (goes|go|is going)\b/i, use: '"health"' },
  { word: /\bstands?\b|\bstood\b/i, use: '"is", "maps to", or the name of the relation' },
  { word: /\bwaits? (along|for it)\b/i, use: '"blocked by", or "dependent"' },
  { word: /\bwho does it\b|\bgiven? (it|a task|them)? ?to\b/i, use: '"assign", or "assignee"' },
  // People and access
  { word: /\b(some|any)body('s)?\b|\bwho(m|se)?ever\b|\bwhom\b/i, use: '"someone", or the role' },
  {
    word: /\bone(self|'s| (can|may|must|sees|wants))\b/,
    use: '"you"',
  },
  { word: /\bmanagers?\b/i, use: '"owners and admins"' },
  {
    word: /\bwhat (it|they|each|he|she) may\b|\bmay\b/,
    use: '"can", or "might" for a chance',
    except: [[/ apr(il)? may june? /, "a month"]],
  },
  { word: /\b(is|are|was) to be\b/i, use: '"needs", or "must"' },
  { word: /\breaches\b/i, use: '"has access to"' },
  { word: /\b(an?|one|this|each|every|last|several) acts?\b/i, use: '"change", or "activity"' },
  { word: /\b(no longer|not|is|are) good\b|\bgood (token|secret|until)/i, use: '"valid"' },
  { word: /\bholds (until|for|from)\b|\brun(s)? out\b/i, use: '"expires"' },
  { word: /\bway in\b|\bOTP\b/, use: '"sign in", or "sign-in code"' },
  { word: /\blift(s|ed)?\b/i, use: '"unsuspend"' },
  {
    word: /\bwhoever runs\b|\banother program\b/i,
    use: '"server operator", or "tool"',
  },
  // Changes
  { word: /\b(is|are) made\b/i, use: '"created"' },
  {
    word: /\b(put|puts) away\b|\b(is|are|was) back\b/i,
    use: '"archived", or "restored"',
    except: [[/connection is back/, "the network"]],
  },
  { word: /\b(br(ing|ings|inging)|brought)\b.{0,20}\bback\b/i, use: '"restore", or "unsnooze"' },
  { word: /\b(take|takes|taken|taking|took)\b.{0,20}\bback\b/i, use: '"undo", or "revoke"' },
  {
    word: /\b(take|takes|taken|taking|took)\b.{0,20}\b(off|away)\b/i,
    use: '"remove", or "delete"',
  },
  { word: /\b(is|are|was) gone\b/i, use: '"deleted", or "removed"' },
  { word: /\bas (it|they) (was|were)\b/i, use: '"undone", or "No changes to save"' },
  { word: /\bunsent\b|\bwhat was begun\b/i, use: '"draft comment"' },
  // Information
  { word: /\bdoors?\b/i, use: '"interface"' },
  {
    word: /(?<![@.])\bmails?\b(?! server)|\bmailed\b/i,
    use: '"email"',
    except: [[/^Use inbox or mail\./, "`mail` is a value of the API"]],
  },
  { word: /\bwhat happened\b|\bhistory\b/i, use: '"activity", or "audit log"' },
  { word: /\baskers?\b/i, use: '"requester"' },
  {
    word: /\bnews\b|\btold\b|\btells?\b|\bhears?\b|\bheard\b/i,
    use: '"notification", "show", or "report"',
  },
  { word: /\b(put|puts) off\b/i, use: '"snooze"' },
  { word: /\bnarrow(s|ed)?\b|\bby hand\b/i, use: '"filter", or "manual order"' },
  { word: /\b(box|boxes)\b|\b(un)?tick(s|ed)?\b/i, use: '"checkbox", "check", or "uncheck"' },
  {
    word: /\b(called|named) by\b|\bIds?\b|(?<![`\w.-])ids?\b(?!`)/,
    use: '"reference", "key", or "ID"',
    except: [[/^(parent|issue) id$/, "a column of other tools' exports"]],
  },
  {
    word: /\balone\b|\banew\b|\bby now\b|\blately\b|\bmeanwhile\b/i,
    use: '"only", "again", "now", or "recent"',
  },
  { word: /\bwhat is new\b/i, use: '"changelog"' },
  { word: /\bbesides\b|\b(so|that) already\b/i, use: '"in addition to", or "No changes to save"' },
  { word: /\bbegins?\b|\bbegan\b/i, use: '"start", or "created"' },
  {
    word: /; give (one|it)\b|^(Give|Name|Say) (a|an|at|one|the)\b/,
    use: '"Use", "Enter", or "Choose"',
  },
  { word: /\ba (line|record) each\b|\ba line of JSON\b/i, use: '"one per line"' },
  { word: /^What (is|it|its|they|was|you)\b.*[^?]$/, use: "a noun" },
  // Spelling
  {
    word:
      /\b\w*(colour|favour|neighbour|behaviour|harbour|labelled|grey|licence|centre|travell|catalogue)\w*|\b(organ|recogn|real|summar|custom|minim|maxim|author)is(e|ed|es|ing|ation)\b/i,
    use: "American spelling",
  },
];

/** Returns what is wrong with a text: the retired word, and what to use. */
export function findRetired(text: string): string[] {
  const prose = text.replace(/`[^`]*`/g, "``");
  return retired.flatMap(({ word, use, except = [] }) => {
    const found = except.some(([one]) => one.test(text)) ? null : word.exec(prose);
    return found ? [`"${found[0]}" in "${text}". Use ${use}.`] : [];
  });
}
