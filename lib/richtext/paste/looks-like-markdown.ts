/** Signs of Markdown, each a line of its own or inside one. Plain text has one now and then, hardly two different lines. */
const lineSigns = [
  /^#{1,6} \S/,
  /^\s{0,3}[-*+] \S/,
  /^\s{0,3}\d{1,3}[.)] \S/,
  /^> ?\S/,
  /^\|.+\|\s*$/,
  /^(?:-{3,}|\*{3,})$/,
  /^::\S/,
];
const inlineSigns = [
  /\*\*[^*\s][^*]*\*\*/,
  /\[[^\]]+\]\([^)\s]+\)/,
  /`[^`]+`/,
  /(?<![\w_])__[^_]+__(?![\w_])/,
  /\[@[a-z0-9-]+\]/,
];

/**
 * Whether pasted plain text is likely to be Markdown, so that making blocks of it is worth offering: a heading or a link,
 * or at least two lines with other signs. A single dash or number at the start of a line is everyday writing.
 */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.split(/\r?\n/).slice(0, 400);
  if (lines.some((line) => /^#{1,6} \S/.test(line))) return true;
  const marked = lines.filter((line) => [...lineSigns, ...inlineSigns].some((sign) => sign.test(line)));
  const strong = lines.some((line) => inlineSigns.some((sign) => sign.test(line)));
  return strong || marked.length >= 2;
}
