/** Scripts that write words without spaces, and can mark the end of a word. Unicode 16, 23.2 */
const SPACELESS = String.raw`[\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}\p{sc=Thai}\p{sc=Tibetan}]`;

/**
 * Invisible characters that reverse a line or make two lines look the same: directional overrides and isolates,
 * zero-width spaces in scripts that don't use them, and tags outside of flags. Joiners stay, because scripts and emoji
 * need them. UAX #9, UTS #51
 */
const UNSEEN = new RegExp(
  String.raw`(\p{RGI_Emoji_Tag_Sequence})|[\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]` +
    String.raw`|(?<!${SPACELESS})\u200b|\u200b(?!${SPACELESS})`,
  "gv",
);

/** Returns the first invisible character that a line can't contain, or null. */
export function invisibleIn(text: string): string | null {
  for (const [found, flag] of text.matchAll(UNSEEN)) if (flag === undefined) return found;
  return null;
}

/** Removes these characters from a line. */
export function withoutInvisible(text: string): string {
  return text.replace(UNSEEN, (_found, flag?: string) => flag ?? "");
}
