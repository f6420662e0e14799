import ts from "../packages/typescript.ts";
import { readSources, type Source } from "./source.ts";

/** A text that people can read, with `{}` for each value, and where it is. */
export interface Text {
  text: string;
  at: string;
}

/** Folders whose texts people read, except the demo's records, other tools' columns, and example commands. */
const read = /^(server|views|cli|static)\//;
const unread =
  /^cli\/operator\/(demo|foreign\/(github|jira|linear|plane|trello)\.ts)|^cli\/examples\.ts$|\.d\.ts$/;

/** Returns every text of the interface, the API, the command lines, and emails. */
export async function collectTexts(): Promise<Text[]> {
  const sources = await readSources([".ts", ".tsx", ".js", ".sh"]);
  return sources.filter(({ path }) => read.test(path) && !unread.test(path)).flatMap((source) =>
    source.path.endsWith(".sh") ? textsOfShell(source) : textsOfModule(source)
  );
}

/** Attributes and properties whose values no person reads. */
const unreadNames =
  /^(class|className|id|style|d|viewBox|transform|points|rel|type|href|src|path|action|method|role|words|list|autocomplete|sandbox|pattern|accept|media|sizes|content|aria-(labelledby|describedby|controls|owns|activedescendant)|hx-.*|data-(?!label|hint|say|text|title|none|empty).*)$/;

/** Functions whose arguments no person reads. */
const unreadCalls =
  /(^|\.)(raw|sql|querySelector(All)?|closest|closestTo|matches|matchesMedia|matchMedia|createHmac|addEventListener|setAttribute|getAttribute|require|RegExp|execute|prepare|TypeError|test|split|join|startsWith|endsWith|includes|replaceAll|css|html)$/;

/** Returns a text on one line. */
const clean = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

/** A text has a space between words, or is a capitalized word. */
const readsAsText = (text: string) =>
  /\p{L}.*[ \n].*\p{L}|[\p{L}\d]\S*[ \n]\{\}|\{\}['’\w]*[ \n]\p{L}/su.test(text) ||
  /^\p{Lu}[\p{Ll}-]+[.…:]?$/u.test(text);

/** Code in strings: SQL, shell, markup, and lists of flags. */
const code = new RegExp(
  [
    /^(select|insert|update|delete|create|alter|drop|union|case)\b.*[(=,{]|\b(exists|(order|group) by|is (not )?null|collate|json_each|case when|limit)\b.*[(=,{]|\(select |\|\||^\w+\(/,
    /\w\.\w+ as \w|^(and|or|where|from|join|left join|on|with|begin|commit|pragma) |^\w+ as \w+(,|$)|[<>]=? ?\{\}| (=|<>|is not) [':{\w]/,
    /<\/?[a-z]+[ >]|\w="|^[\w-]+: [^;]+; ?([\w-]+:|$)|(?<!\{)\}$|[{;]$|^[('/<;$:@]|^[.#][\w-]|\[\w+[=\]]|\[\[|::|--\w+:|;\s*\w+=|=>/,
    /^'\w+', |^(id|event|data): |^(-\S+( |$))+$|^(-?[\w-]+, )+-?[\w-]*$|\$\(|\\\(|jq |(^| )-\w \{\}|^retry: /,
  ].map(({ source }) => source).join("|"),
);

function textsOfModule({ path, text: source }: Source): Text[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: Text[] = [];
  const add = (node: ts.Node, text: string) => {
    if (!readsAsText(clean(text))) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push({ text: clean(text), at: `${path}:${line + 1}` });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isTypeNode(node) || ts.isTaggedTemplateExpression(node)) return;
    if (ts.isJsxAttribute(node) && unreadNames.test(node.name.getText(file))) return;
    if (ts.isPropertyAssignment(node) && unreadNames.test(nameOf(node.name))) {
      return visitFunctions(node.initializer);
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      if (unreadCalls.test(node.expression.getText(file))) {
        node.arguments?.forEach(visitFunctions);
        return visit(node.expression);
      }
    }
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      if (node.children.some((child) => ts.isJsxText(child) && /\p{L}/u.test(child.text))) {
        add(node, flatten(node));
        return visitInside(node);
      }
    }
    if (isText(node)) {
      if (!code.test(clean(plain(node)))) add(node, plain(node));
      return visitValues(node);
    }
    ts.forEachChild(node, visit);
  };
  /** Visits functions inside a part that isn't read itself. */
  const visitFunctions = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) ts.forEachChild(node, visit);
    else ts.forEachChild(node, visitFunctions);
  };
  /** Visits the values inside a text. */
  const visitValues = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node)) node.templateSpans.forEach((span) => visit(span.expression));
    else if (ts.isBinaryExpression(node)) {
      for (const side of [node.left, node.right]) {
        if (isText(side)) visitValues(side);
        else visit(side);
      }
    }
  };
  /** Visits the attributes and values of an element whose texts were joined before. */
  const visitInside = (node: ts.JsxElement | ts.JsxFragment): void => {
    if (ts.isJsxElement(node)) visit(node.openingElement.attributes);
    for (const child of node.children) {
      if (ts.isJsxElement(child) || ts.isJsxFragment(child)) visitInside(child);
      else if (!ts.isJsxText(child)) visit(child);
    }
  };
  visit(file);
  return found;
}

/** Returns the name of a property, without its quotes. */
function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}

/** Whether an expression is a text: a literal, a template, or several joined by `+`. */
function isText(node: ts.Node): node is ts.Expression {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ||
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
      (isText(node.left) || isText(node.right));
}

function plain(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join("");
  }
  if (ts.isBinaryExpression(node) && isText(node)) return plain(node.left) + plain(node.right);
  return "{}";
}

/** Returns the text of an element with the elements in it. */
function flatten(node: ts.JsxElement | ts.JsxFragment): string {
  return node.children.map((child) => {
    if (ts.isJsxText(child)) return child.containsOnlyTriviaWhiteSpaces ? "" : inline(child.text);
    if (ts.isJsxElement(child) || ts.isJsxFragment(child)) return flatten(child);
    if (ts.isJsxSelfClosingElement(child)) return "{}";
    return child.expression ? plain(child.expression) : "";
  }).join("");
}

/** Removes line breaks at the start and end of a text, as JSX does. */
const inline = (text: string) => text.replace(/^\s*\n\s*|\s*\n\s*$/g, "").replace(/\s+/g, " ");

/** Returns the help texts in the script's comments, and the texts that it prints. */
function textsOfShell({ path, text }: Source): Text[] {
  return text.split("\n").flatMap((line, n) => {
    const help = /^# Summary: (.*)|^# {3,}[-<]\S.*? {2,}(\S.*)/.exec(line);
    const said = line.startsWith("#")
      ? [help?.[1] ?? help?.[2] ?? ""]
      : [...line.matchAll(/"((?:\\.|[^"\\])*)"/g)].map(([, one]) => one!);
    return said.map((one) => one.replace(/\$\{[^}]*\}|\$\(.*?\)|\$\w+/g, "{}").trim())
      .filter((one) => one.includes(" ") && readsAsText(one) && !code.test(one))
      .map((one) => ({ text: one, at: `${path}:${n + 1}` }));
  });
}
