/** Texts that would end their context, start markup, or run if they were handled as anything but text. */
const pieces = [
  `"><evil-tag evil-one="1">`,
  `'><evil-tag evil-two='1'>`,
  `</title></style></script></textarea></option></select></template><evil-tag>`,
  `--><evil-tag>]]><evil-tag>`,
  `" evil-three="1" onfocus="evil()" x-init="evil()" hx-get="/evil`,
  `' evil-four='1' x-data='evil' hx-on:load='evil()`,
  "` evil-five=1 `",
  `&quot;&gt;&lt;evil-tag&gt; &#34;&#62;&#60;evil-tag&#62;`,
  "[evil](javascript:evil()) [evil](JaVaScRiPt&colon;evil()) [evil](data:text/html,evil)",
  `![evil" evil-six="1" onerror="evil()](https://pictures.example/a.png "evil' evil-seven='1'")`,
  `![<evil-tag>](https://pictures.example/b.png) ![evil](javascript:evil()) <javascript:evil()>`,
  `[evil](https://links.example/"evil-eight="1 '" evil-nine="1')`,
  `<a href="javascript:evil()" onclick="evil()">evil</a><svg onload="evil()"><iframe srcdoc="evil">`,
  `<div x-data="evil" hx-post="/evil" @click="evil" :class="evil">{{ evil() }} \${evil()}</div>`,
  `@evil" evil-ten="1 https://links.example/<evil-tag>'"evil`,
];
/** Reverses the direction of the text after it. Single-line fields refuse it. */
const turning = "\u202e\u2066 evil";

/** All of them on one line, as in a name. */
export const hostileLine = pieces.join(" ");
/** All of them, each at the start of a paragraph. */
export const hostileProse = [...pieces, turning].join("\n\n");
/** A URL that runs code. */
export const hostileAddress = `javascript:evil()//${hostileLine}`;

/** Terminal control sequences: colors, the title, the clipboard, and the cursor, with both kinds of introducer. */
export const driving = "\x1b[31m\x1b]0;evil\x07\x1b]52;c;ZXZpbA==\x1b\\\x9b2J\x08\x00\x7f\u2028";
