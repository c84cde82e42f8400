import { describe, expect, it } from 'vitest';
import { type Command, groupCommands, matchCommands } from '../../../../renderer/ui/command-match.ts';
import { matchChoices } from '../../../../renderer/ui/option-match.ts';

const people = [
  { id: 'a', label: 'Margaret Osei', hint: 'Lead inspector, Ofsted' },
  { id: 'b', label: 'Zoë Ferris', hint: 'SEN casework' },
  { id: 'c', label: 'Sarah Lindqvist' },
];

const command = (id: string, label: string, rest: Partial<Command> = {}): Command => ({
  id,
  label,
  group: 'Do',
  onRun: () => undefined,
  ...rest,
});

const commands = [
  command('tt', 'Timetable', { group: 'Go to' }),
  command('log', 'Log feedback', { keywords: ['entry'] }),
  command('lock', 'Lock the file', { hint: 'Asks for the passphrase' }),
  command('fb', 'Feedback', { group: 'Go to' }),
];

const idsOf = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

describe('matchChoices', () => {
  it('finds by the start of any word of the label or the hint, in any order', () => {
    expect(idsOf(matchChoices(people, 'ose mar'))).toEqual(['a']);
    expect(idsOf(matchChoices(people, 'case'))).toEqual(['b']);
  });

  it('takes letters without their accents', () => {
    expect(idsOf(matchChoices(people, 'zoe'))).toEqual(['b']);
  });

  it('finds a number with a point in it by the whole of it', () => {
    const rooms = ['Room 1.08', 'Room 1.10'].map((label) => ({ id: label, label }));

    expect(idsOf(matchChoices(rooms, 'Room 1.08'))).toEqual(['Room 1.08']);
  });

  it('does not match the middle of a word', () => {
    expect(matchChoices(people, 'indqvist')).toEqual([]);
  });

  it('gives every choice before anything is typed', () => {
    expect(matchChoices(people, '  ')).toEqual(people);
  });
});

describe('matchCommands', () => {
  it('puts a label that begins with what was typed before one that only contains it', () => {
    expect(idsOf(matchCommands(commands, 'feed'))).toEqual(['fb', 'log']);
  });

  it('finds by hint and keyword, after every label', () => {
    expect(idsOf(matchCommands(commands, 'entry'))).toEqual(['log']);
    expect(idsOf(matchCommands(commands, 'pass'))).toEqual(['lock']);
  });

  it('leaves out a command when one of the typed words is nowhere in it', () => {
    expect(matchCommands(commands, 'lock timetable')).toEqual([]);
  });

  it('keeps the order given, up to the limit, before anything is typed', () => {
    expect(idsOf(matchCommands(commands, '', 2))).toEqual(['tt', 'log']);
  });
});

describe('groupCommands', () => {
  it('keeps groups and commands in the order they come', () => {
    expect(groupCommands(commands).map(({ title, commands: members }) => [title, idsOf(members)])).toEqual([
      ['Go to', ['tt', 'fb']],
      ['Do', ['log', 'lock']],
    ]);
  });
});
