import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** One way to begin. */
export function StartCard({
  icon: Icon,
  title,
  children,
  onPress,
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children: ReactNode;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className="card start-card" onClick={onPress}>
      <Icon className="start-card-icon" aria-hidden />
      <span>
        <span className="type-name start-card-title">{title}</span>
        <span className="text-2">{children}</span>
      </span>
    </button>
  );
}
