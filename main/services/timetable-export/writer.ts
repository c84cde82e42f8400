import { titleWithChild } from '../../../shared/domain/child-code.ts';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import { nameMasker } from '../../../shared/domain/name-patterns.ts';
import { initialsIn, initialsOf, isPost, type Person } from '../../../shared/domain/people.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { children } from '../../db/tables.ts';
import { codedNames } from '../child-codes.ts';

/** How names and texts are written on what leaves the file: without any child's name, and with initials for adults where asked. */
export function writerFor(db: ReadableDb, everybody: readonly Person[], withInitials: boolean) {
  const codes = new Map(listRows(db, children).map((child) => [child.id, child.code]));
  const withoutChildren = nameMasker(codedNames(db));
  const adults = withInitials ? initialsIn(everybody) : (text: string) => text;
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
