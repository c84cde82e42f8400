import type { LucideIcon } from 'lucide-react';

/** One place to go, with what waits there. */
export type NavItem = {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly count?: number;
  /** The count in words, for screen readers: "2 clashes". */
  readonly countLabel?: string;
  /** The count is of things that stop someone: red, with the octagon. */
  readonly isBad?: boolean;
};

/** Something to do or open from the foot of the navigation. */
export type NavAction = {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly keys?: string;
  /** Drawn in a frame: the one thing done from everywhere. */
  readonly isFramed?: boolean;
  readonly onPress: () => void;
};

/** One fact on the status line. */
export type StatusItem = {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly text: string;
  readonly tone?: 'warn' | 'bad';
};
