import type { MouseEvent, PointerEvent } from 'react';
import { slotMinutes } from '../../../shared/domain/meeting.ts';
import { columnAt, type GridFrame, minutesAt, type Placement } from './grid-geometry.ts';
import { pickTo } from './grid-keys.ts';
import type { GridSetting } from './grid-props.ts';
import { startIn } from './grouping.ts';

/** How far above and below the foot of a card, in pixels, its end is pulled by. */
const resizeEdge = 4;

/** A press on a card takes hold of it, or of its end. */
export function press(event: PointerEvent<HTMLElement>, setting: GridSetting): void {
  const { columns, facts } = setting;
  const target = event.target as HTMLElement;
  // A press a little below a card is meant for its foot.
  const card =
    cardUnder(target) ?? cardUnder(document.elementFromPoint(event.clientX, event.clientY - resizeEdge));
  const placement = placementUnder(card, setting);
  const meeting = placement && facts.get(placement.meetingId)?.meeting;
  if (!meeting || target.closest('button') || isPicking(event)) return;
  const under = columnAt(frameOf(event.currentTarget, setting), event.clientX) ?? placement.column;
  setting.grab(event, {
    meetingId: meeting.id,
    heldId: columns[under]?.id ?? null,
    start: meeting.start,
    minutes: meeting.minutes,
    kind: !meeting.isPinned && card && isAtFoot(card, event.clientY) ? 'resize' : 'move',
  });
}

/** A click selects a card, or chooses several with Ctrl and Shift. */
export function click(event: MouseEvent<HTMLElement>, setting: GridSetting): void {
  if (setting.wasDrag() || (event.target as HTMLElement).closest('button')) return;
  const placement = placementUnder(event.target, setting);
  if (!placement || !isPicking(event)) setting.actions.select(placement?.meetingId ?? null);
  else if (event.shiftKey) pickTo(placement, setting);
  else setting.actions.pick(placement.meetingId);
}

/** A double click opens a card, or makes a new meeting where there is none. */
export function doubleClick(event: MouseEvent<HTMLElement>, setting: GridSetting): void {
  const { columns, grouping, actions } = setting;
  if ((event.target as HTMLElement).closest('button')) return;
  const placement = placementUnder(event.target, setting);
  if (placement) {
    actions.openEditor(placement.meetingId);
    return;
  }
  const frame = frameOf(event.currentTarget, setting);
  const column = columns[columnAt(frame, event.clientX) ?? -1];
  const start = Math.floor(minutesAt(frame, event.clientY) / slotMinutes) * slotMinutes;
  if (column) actions.openNew({ day: column.day, start, ...startIn(grouping, column.id) });
}

/** The other button of the mouse opens the menu of a card. */
export function openMenu(event: MouseEvent<HTMLElement>): void {
  const menu = cardUnder(event.target)?.querySelector<HTMLElement>('.timetable-card-menu');
  if (!menu) return;
  event.preventDefault();
  menu.click();
}

const isPicking = (event: {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}) => event.ctrlKey || event.metaKey || event.shiftKey;

const cardUnder = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-placement]') : null;

function placementUnder(target: EventTarget | null, { placements }: GridSetting): Placement | undefined {
  const card = cardUnder(target);
  return placements.find((placement) => placement.key === card?.dataset.placement);
}

/** By where the card ends and not by the handle there, which is drawn only once the pointer is on the card. */
const isAtFoot = (card: Element, y: number): boolean => y > card.getBoundingClientRect().bottom - resizeEdge;

function frameOf(canvas: HTMLElement, { hours, columns }: GridSetting): GridFrame {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  return { left, top, width, height, columns: columns.length, ...hours };
}
