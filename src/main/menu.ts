import type { MenuItemConstructorOptions } from 'electron';
import { Menu } from 'electron';
import type { MenuEntry } from '../shared/api';

/** Electron's template of a menu drawn by the renderer's action table. `choose` gets the id of the entry chosen. */
export function menuTemplate(
  entries: readonly MenuEntry[],
  choose: (id: string) => void,
): MenuItemConstructorOptions[] {
  return entries.map((entry): MenuItemConstructorOptions => {
    if (entry.kind === 'separator') return { type: 'separator' };
    if (entry.kind === 'role') return { role: entry.role };
    if (entry.kind === 'submenu') return { label: entry.label, submenu: menuTemplate(entry.entries, choose) };
    return {
      label: entry.label.replaceAll('&', '&&'),
      enabled: entry.enabled,
      click: () => choose(entry.id),
      // The renderer handles every key itself; here the key is only shown.
      ...(entry.accelerator ? { accelerator: entry.accelerator, registerAccelerator: false } : {}),
      ...(entry.checked === undefined ? {} : { type: 'checkbox', checked: entry.checked }),
    };
  });
}

/** A native menu of these entries. */
export function buildMenu(entries: readonly MenuEntry[], choose: (id: string) => void): Menu {
  return Menu.buildFromTemplate(menuTemplate(entries, choose));
}
