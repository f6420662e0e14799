/** Scripts that write words without spaces between them, and may say where one ends. Unicode 16, 23.2 */
const SPACELESS = String.raw`[\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}\p{sc=Thai}\p{sc=Tibetan}]`;

/**
 * What nobody sees, but turns a line around or makes two that look the same: directional overrides and isolates, a
 * space without a width where its script has no use for it, and tags that are no flag's. Joiners stay, which scripts
 * and emoji need. UAX #9, UTS #51
 */
const UNSEEN = new RegExp(
  String.raw`(\p{RGI_Emoji_Tag_Sequence})|[\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]` +
    String.raw`|(?<!${SPACELESS})\u200b|\u200b(?!${SPACELESS})`,
  "gv",
);

/** The first character of a line that nobody sees and that it can't hold; null where there is none. */
export function invisibleIn(text: string): string | null {
  for (const [found, flag] of text.matchAll(UNSEEN)) if (flag === undefined) return found;
  return null;
}

/** A line without such characters. */
export function withoutInvisible(text: string): string {
  return text.replace(UNSEEN, (_found, flag?: string) => flag ?? "");
}
