/** Choose what, how and see what is lost. */
export function ExportDialog() {
  return null;
}
