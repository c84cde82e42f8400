import type { Rating } from '../../shared/domain/evaluation.ts';
import type { Status } from '../ui/StatusMark.tsx';

/** A rating's shape: never told by colour alone. */
export const ratingStatus: Readonly<Record<Rating, Status>> = {
  none: 'none',
  red: 'bad',
  amber: 'warn',
  green: 'ok',
};
