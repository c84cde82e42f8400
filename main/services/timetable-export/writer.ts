import { titleWithChild } from '../../../shared/domain/child-code.ts';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import { nameMasker } from '../../../shared/domain/name-patterns.ts';
import { initialsOf, isPost, type Person } from '../../../shared/domain/people.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { childNames, children } from '../../db/tables.ts';

/** How names and texts are written on what leaves the file: without any child's name, and with initials for adults where asked. */
export function writerFor(db: ReadableDb, everybody: readonly Person[], withInitials: boolean) {
  const codes = new Map(listRows(db, children).map((child) => [child.id, child.code]));
  const coded = listRows(db, childNames).map((name) => ({ ...name, code: codes.get(name.childId) ?? '' }));
  const withoutChildren = nameMasker(coded);
  const adults = withInitials
    ? wholeNames(everybody.filter((person) => !isPost(person)))
    : (text: string) => text;
  const text = (words: string) => withoutChildren(adults(words));
  return {
    text,
    /** A relative who shares a tracked child's name goes by their role. */
    person: (person: Pick<Person, 'name' | 'role'>): string => {
      const { name, role } = person;
      if (withoutChildren(name) !== name) return withoutChildren(role).trim() || 'Family member';
      return withInitials && !isPost(person) ? initialsOf(name) : name;
    },
    title: ({ title, childId }: Pick<MeetingWithPeople, 'title' | 'childId'>): string =>
      titleWithChild(text(title), childId === null ? '' : (codes.get(childId) ?? '')),
  };
}

/** Makes what turns every known person's whole name in a text into initials; longer names go first. */
function wholeNames(everybody: readonly Person[]): (text: string) => string {
  const names = everybody.map((person) => person.name.trim()).filter((name) => name.includes(' '));
  if (names.length === 0) return (text) => text;
  const escaped = names
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const anyName = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replaceAll(anyName, (name) => initialsOf(name));
}
