import {
  Check,
  CircleHelp,
  Contact,
  Files,
  HardDrive,
  House,
  Inbox,
  MessageSquareQuote,
  Package,
  Pencil,
  Settings,
  Users,
  WifiOff,
} from 'lucide-react';
import type { NavAction, NavItem, StatusItem } from '../../renderer/ui/shell/shell-types.ts';

export const navGroups: readonly (readonly NavItem[])[] = [
  [{ id: 'week', label: 'Week at a glance', icon: House }],
  [
    { id: 'table', label: 'Tables', icon: Contact, count: 2, countLabel: '2 clashes', isBad: true },
    { id: 'buttons', label: 'Buttons', icon: Users },
    { id: 'fields', label: 'Fields', icon: Files, count: 6 },
  ],
  [
    { id: 'marks', label: 'Marks', icon: Inbox, count: 1, countLabel: '1 overdue', isBad: true },
    { id: 'dialogs', label: 'Dialogs', icon: Package, count: 412 },
    { id: 'feedback', label: 'Feedback', icon: MessageSquareQuote, count: 37 },
  ],
];

export function navActions(go: (id: string) => void): readonly NavAction[] {
  return [
    {
      id: 'log',
      label: 'Log feedback',
      icon: Pencil,
      keys: 'F8',
      isFramed: true,
      onPress: () => go('dialogs'),
    },
    { id: 'settings', label: 'Settings', icon: Settings, onPress: () => go('fields') },
    { id: 'help', label: 'Help', icon: CircleHelp, onPress: () => go('first') },
  ];
}

export const statusItems: readonly StatusItem[] = [
  { id: 'saved', icon: Check, text: 'All changes saved' },
  { id: 'backup', icon: HardDrive, text: 'Backup checked 10:00am, opens' },
  { id: 'offline', icon: WifiOff, text: 'Works offline, nothing is sent' },
];
