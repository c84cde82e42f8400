import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MainEvent } from '../../shared/ipc/contract.ts';

type Command = Extract<MainEvent, { type: 'command' }>['command'];

/** The application menu: on macOS it is seen, elsewhere it only carries the standard editing and zoom keys. */
export function setMenu(send: (command: Command) => void, isDevelopment: boolean): void {
  const item = (label: string, accelerator: string, command: Command): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => send(command),
  });
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'Engagement',
      submenu: [
        item('Search or do anything', 'CmdOrCtrl+K', 'search'),
        item('Log feedback', 'F8', 'log-feedback'),
        item('Add request', 'F9', 'add-request'),
        item('Lock', 'CmdOrCtrl+L', 'lock'),
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
    },
    {
      label: 'View',
      submenu: [
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
        ...(isDevelopment ? [{ role: 'toggleDevTools' } as const] : []),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
