/** How does a workbook that was made in memory come before the clerk? Excel opens it beside the one that the pane belongs to. */
import { detailOf } from './requests';

/** Of bytes that become text together: a multiple of three, so that the parts of base64 fit together. */
const CHUNK = 3 * 8192;

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return text;
}

/** null: it is open; else why Excel did not open it. What it cannot do is listed in docs/exports.md. */
export async function openNewWorkbook(bytes: Uint8Array): Promise<string | null> {
  try {
    await Excel.createWorkbook(base64Of(bytes));
    return null;
  } catch (refusal) {
    return detailOf(refusal);
  }
}
