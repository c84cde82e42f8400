import { CircleCheck, CircleSlash, Clock, Paperclip, Pencil, Trash2, Undo2 } from 'lucide-react';
import type { ChecklistItem, ChecklistState } from '../../../shared/domain/child.ts';
import { attachEvidence } from '../../state/attach-evidence.ts';
import { useStore } from '../../state/store.ts';
import type { MenuEntry, MenuGroup } from '../../ui/Menu.tsx';
import { isOpenItem } from './child-words.ts';

/** What can be done with one line of the checklist; `ask` opens the dialog that an action needs. */
export function useChecklistActions(
  ask: (what: 'edit' | 'not-applicable', item: ChecklistItem) => void,
): (item: ChecklistItem) => readonly MenuGroup[] {
  const act = useStore((state) => state.act);

  return (item) => {
    const setState = (state: ChecklistState, more: Partial<ChecklistItem> = {}) =>
      void act('children:saveChecklistItem', { ...item, state, ...more });
    const ask_: MenuEntry = {
      id: 'ask',
      label: item.askedOn === null ? 'Mark as asked for today' : 'Ask again today',
      icon: Clock,
      onPress: () => setState('asked', { askedOn: null }),
    };
    const received: MenuEntry = {
      id: 'received',
      label: 'Mark as received',
      icon: CircleCheck,
      onPress: () => setState('received'),
    };
    const missing: MenuEntry = {
      id: 'missing',
      label: 'Mark as missing',
      icon: Undo2,
      onPress: () => setState('missing'),
    };
    return [
      {
        entries: [
          ...(item.state === 'received' ? [] : [ask_]),
          {
            id: 'attach',
            label: 'Attach file...',
            icon: Paperclip,
            onPress: () => void attachEvidence({ checklistItemId: item.id }),
          },
          ...(isOpenItem(item) ? [received] : [missing]),
        ],
      },
      {
        entries: [
          ...(item.state === 'not-applicable'
            ? []
            : [
                {
                  id: 'not-applicable',
                  label: 'Not applicable...',
                  icon: CircleSlash,
                  onPress: () => ask('not-applicable', item),
                },
              ]),
          { id: 'edit', label: 'Edit...', icon: Pencil, onPress: () => ask('edit', item) },
          {
            id: 'remove',
            label: 'Remove',
            icon: Trash2,
            tone: 'bad',
            onPress: () => void act('children:removeChecklistItem', { id: item.id }),
          },
        ],
      },
    ];
  };
}
