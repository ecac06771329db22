import { useState } from 'react';
import { setState } from '../store';
import { Modal } from '../ui/modal';
import { read } from './import-read';

/** What was pasted; it outlives the dialog until it was read. */
const NOTHING = { text: '', html: '' };
let kept = NOTHING;

/** Takes an article from the clipboard. Its HTML is used only as long as the text is just what was pasted. */
export function PasteDialog() {
  const [{ text, html }, setPasted] = useState(kept);
  const keep = (next: typeof kept) => {
    kept = next;
    setPasted(next);
  };
  const blank = text.trim() === '';
  const forget = () => {
    kept = NOTHING;
    return true;
  };
  const submit = async () => {
    if (blank) return;
    setState({ dialog: null });
    if (await read({ pasted: html === '' ? { text } : { text, html } })) forget();
  };
  const paste = (event: React.ClipboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    if (selectionEnd - selectionStart < value.length) return;
    const plain = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n');
    if (plain === '') return;
    event.preventDefault();
    keep({ text: plain, html: event.clipboardData.getData('text/html') });
  };
  return (
    <Modal
      title="Add pasted text"
      description="Copy the article where you read it, headline included, and paste it here. You look it over before it is added."
      size="large"
      onClose={forget}
    >
      <div className="paste-body">
        <textarea
          className="field paste-field"
          aria-label="Text of the article"
          placeholder="Paste or type the text of one article"
          autoFocus
          value={text}
          onPaste={paste}
          onChange={(event) => keep({ text: event.target.value, html: '' })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
            // The dialog goes away at once; behind it the same key means something else.
            event.preventDefault();
            void submit();
          }}
        />
      </div>
      <div className="modal-foot">
        <p className="foot-words" aria-live="polite">
          {html !== '' && 'The headings and quotes of the page it was copied from are used.'}
        </p>
        <button
          type="button"
          className="button outlined"
          onClick={() => {
            forget();
            setState({ dialog: null });
          }}
        >
          Cancel
        </button>
        <button type="button" className="button solid" disabled={blank} onClick={submit}>
          Read it
        </button>
      </div>
    </Modal>
  );
}
