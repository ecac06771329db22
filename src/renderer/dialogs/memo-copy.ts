/**
 * Copies plain text, in answer to a click or a key. The walls deny pages the permission that
 * `navigator.clipboard` asks for; a copy event needs none. Returns whether it was copied.
 */
export function copyText(text: string): boolean {
  let done = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener('copy', give, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  return done;
}
