import { useMemo } from 'react';
import type { EvidenceLink } from '../../../shared/domain/evidence.ts';
import type { LinkTarget } from '../../../shared/ipc/evidence.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import type { Choice } from '../../ui/option-match.ts';
import { targetOf } from './evidence-list.ts';

export type TargetChoice = Choice & { readonly target: LinkTarget };

const keyOf = (target: LinkTarget): string => Object.entries(target).flat().join(' ');

/** Everything a document can be evidence for, and how each is called on screen. */
export function useTargets() {
  const { children, requests, engagement, timetable } = useStore((state) => state.data);
  const names = useNames();
  return useMemo(() => {
    const items = children?.checklistItems ?? [];
    const choices: readonly TargetChoice[] = [
      ...(children?.children ?? []).map((child) =>
        choice({ childId: child.id }, names.childLabel(child.id), 'Child'),
      ),
      ...items.map((item) =>
        choice({ checklistItemId: item.id }, `${names.childLabel(item.childId)}: ${item.title}`, 'Checklist'),
      ),
      ...(requests?.requests ?? []).map((request) =>
        choice({ requestId: request.id }, `${request.reference} ${request.title}`, 'Request'),
      ),
      ...(engagement?.criteria ?? []).map((criterion) =>
        choice(
          { criterionId: criterion.id },
          [criterion.code, criterion.title].filter(Boolean).join(' '),
          'Line of enquiry or criterion',
        ),
      ),
      ...(timetable?.meetings ?? []).map((meeting) =>
        choice({ meetingId: meeting.id }, names.withoutNames(meeting.title), 'Meeting'),
      ),
    ];
    const byKey = new Map(choices.map((one) => [one.id, one]));
    const childByItem = new Map<string, string>(items.map((item) => [item.id, item.childId]));
    return {
      choices,
      nameOf: (link: EvidenceLink): string => {
        const target = targetOf(link);
        return (target && byKey.get(keyOf(target))?.label) ?? 'Something removed';
      },
      childOfItem: (id: string) => childByItem.get(id),
    };
  }, [children, requests, engagement, timetable, names]);
}

function choice(target: LinkTarget, label: string, hint: string): TargetChoice {
  return { id: keyOf(target), label, hint, target };
}
