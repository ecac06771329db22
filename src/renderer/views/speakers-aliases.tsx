import { X } from 'lucide-react';
import { useState } from 'react';
import type { Speaker } from '../../core/project/model';
import { edit } from './speakers-actions';
import { plain } from './speakers-data';

/** The other names of a speaker as chips; typing one and Enter adds it. */
export function Aliases({ speaker, disabled }: { speaker: Speaker; disabled: boolean }) {
  const { id, name, aliases } = speaker;
  const [text, setText] = useState('');
  const add = () => {
    const alias = text.trim();
    setText('');
    if (alias === '' || [name, ...aliases].some((known) => plain(known) === plain(alias))) return;
    edit(id, { aliases: [...aliases, alias] }, 'add another name');
  };
  return (
    <>
      {aliases.length > 0 && (
        <ul className="targets" aria-label="Other names">
          {aliases.map((alias) => (
            <li className="target alias" key={alias}>
              <span className="target-label">{alias}</span>
              {!disabled && (
                <button
                  type="button"
                  aria-label={`Remove the name ${alias}`}
                  onClick={() =>
                    edit(id, { aliases: aliases.filter((other) => other !== alias) }, 'remove another name')
                  }
                >
                  <X aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!disabled && (
        <input
          className="field"
          aria-label="Add another name"
          placeholder="Add another name"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add();
            else if (event.key === 'Escape') setText('');
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
      )}
      {disabled && aliases.length === 0 && <span>–</span>}
    </>
  );
}
