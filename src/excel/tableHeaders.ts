/** How are the headers of a table renamed? */

/** Two headers of a table cannot be alike, not even for a moment. */
export function renameHeaders(header: Excel.Range, wanted: readonly string[]): void {
  header.values = [wanted.map((_, index) => `'_${index + 1}_`)];
  header.values = [wanted.map((text) => `'${text}`)];
}
