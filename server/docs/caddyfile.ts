/** Grammar of Caddyfiles for highlight.js, which has none: addresses, directives, placeholders, and comments. */
export const caddyfile = () => ({
  name: "Caddyfile",
  contains: [
    { scope: "comment", begin: /#/, end: /$/ },
    { scope: "string", begin: /"/, end: /"/ },
    { scope: "variable", begin: /\{[$\w][\w.:-]*\}/ },
    { scope: "section", begin: /^[^\s{}#][^\n{]*(?=\s*\{)/m },
    { scope: "keyword", begin: /^[ \t]+@?[a-z][\w-]*/m },
    { scope: "number", begin: /\b\d+(\.\d+)?[a-z]*\b/ },
  ],
});
