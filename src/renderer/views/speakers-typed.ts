import { useRef } from 'react';
import { plain } from './speakers-data';

/** Letters typed one after the other are one beginning of a name. Returns whether the key was a letter. */
export function useTyped(onTyped: (start: string) => void): (key: string) => boolean {
  const buffer = useRef({ text: '', at: 0 });
  return (key) => {
    if (key.length !== 1 || key === ' ') return false;
    const now = performance.now();
    const text = (now - buffer.current.at < 700 ? buffer.current.text : '') + plain(key);
    buffer.current = { text, at: now };
    onTyped(text);
    return true;
  };
}
