/**
 * Text for a cell of a CSV file that people open in a spreadsheet: what would be read as a formula gets an apostrophe
 * (OWASP, "CSV Injection").
 */
export function spreadsheetSafe(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
