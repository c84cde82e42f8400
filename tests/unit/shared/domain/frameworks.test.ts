import { describe, expect, it } from 'vitest';
import { Framework, factsOf } from '../../../../shared/domain/framework.ts';
import { frameworkById, frameworks } from '../../../../shared/domain/frameworks.ts';

const whole = (id: string): Framework => {
  const framework = frameworkById(id);
  if (!framework) throw new Error(`No template ${id}.`);
  return framework;
};
const all = frameworks.map((choice) => whole(choice.id));
const full = whole('area-send-full-inspection');
const peer = whole('lga-send-peer-challenge');

const issuesOf = (value: unknown) =>
  Framework.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

describe('the bundled templates', () => {
  it('are the eight kinds of engagement', () => {
    expect(frameworks.map((choice) => choice.id)).toEqual([
      'area-send-full-inspection',
      'lga-send-peer-challenge',
      'monitoring-inspection',
      'thematic-visit',
      'annual-engagement-meeting',
      'regional-peer-review',
      'local-area-inspection-2016',
      'blank',
    ]);
    expect(frameworkById('no-such-template')).toBeUndefined();
  });

  it.each(all)('$id is valid and names the source of every fact', (framework) => {
    expect(issuesOf(framework)).toEqual([]);
    expect(factsOf(framework).filter((fact) => fact.source.trim() === '')).toEqual([]);
    expect(factsOf(framework).length).toBeGreaterThan(6);
  });

  it.each(all)('$id calls nothing verified that rests on general knowledge', (framework) => {
    const overclaimed = factsOf(framework).filter(
      (fact) => fact.isVerified && fact.source.includes('general knowledge'),
    );

    expect(overclaimed).toEqual([]);
  });

  it.each(all)(
    '$id marks each entry of every list, so that the reader can tell fact from default',
    (framework) => {
      const {
        phases,
        deadlines,
        meetings,
        rules,
        requests,
        checklist,
        tasks,
        criteria,
        outcomes,
        followUps,
        events,
        team,
      } = framework;
      const entries = [
        ...phases,
        ...deadlines,
        ...meetings,
        ...rules,
        ...requests,
        ...checklist,
        ...tasks,
        ...criteria,
        ...outcomes,
        ...outcomes.flatMap((outcome) => outcome.followUps),
        ...followUps,
        ...events,
        ...team.members,
        ...team.strands,
        team,
        framework.anchor,
        framework.trackedChildren,
        framework,
      ];

      expect(factsOf(framework)).toHaveLength(entries.length);
    },
  );

  it.each(all)('$id proposes no grid in which a strand is in two places at once', (framework) => {
    const placed = framework.meetings.filter((meeting) => meeting.start !== null);
    const overlaps = placed.flatMap((one, index) =>
      placed.slice(index + 1).flatMap((other) => {
        const isShared = one.strandIds.some((id) => other.strandIds.includes(id));
        const starts = [one.start ?? 0, other.start ?? 0] as const;
        const meet = starts[0] < starts[1] + other.minutes && starts[1] < starts[0] + one.minutes;
        return isShared && one.fromOffset === other.fromOffset && meet ? [`${one.id} and ${other.id}`] : [];
      }),
    );

    expect(overlaps).toEqual([]);
  });

  it.each(all)('$id gives a meeting with a time one day only', (framework) => {
    const loose = framework.meetings.filter(
      (meeting) => meeting.start !== null && (meeting.fromOffset !== meeting.toOffset || meeting.isDaily),
    );

    expect(loose).toEqual([]);
  });
});

describe('the full inspection', () => {
  it('tracks six children, each with a meeting that needs education, health and care', () => {
    const perChild = full.meetings.filter((meeting) => meeting.perChild).map((meeting) => meeting.id);

    expect(full.trackedChildren.count).toBe(6);
    expect(perChild).toEqual(['tracking', 'tracked-family']);
    expect(full.meetings.find((meeting) => meeting.id === 'tracking')?.sectorsNeeded).toEqual([
      'education',
      'health',
      'care',
    ]);
    expect(new Set(full.checklist.map((item) => item.dueInWorkingDays))).toEqual(new Set([2]));
  });

  it('has five verified criteria for experiences and six unverified ones for leadership', () => {
    const ofGroup = (group: string) => full.criteria.filter((criterion) => criterion.group === group);

    expect(ofGroup('Experiences and outcomes').map((one) => one.isVerified)).toEqual(Array(5).fill(true));
    expect(ofGroup('Leadership').map((one) => one.isVerified)).toEqual(Array(6).fill(false));
  });

  it('leaves undated what no source dates', () => {
    const undated = full.outcomes.flatMap((one) => one.followUps.filter((next) => next.offset === null));

    expect(undated.map((next) => next.id)).toEqual(['strategic-plan']);
  });
});

describe('the peer challenge', () => {
  it('runs Tuesday to Friday with three pairs of peers and four lines of enquiry to write', () => {
    const site = peer.phases.find((phase) => phase.id === peer.sitePhaseId);

    expect([peer.anchor.weekday, site?.fromOffset, site?.toOffset]).toEqual([2, 0, 3]);
    expect(peer.team.strands.map((strand) => strand.memberIds.length)).toEqual([2, 2, 2]);
    expect(peer.criteria.map((one) => [one.kind, one.isVerified])).toEqual(
      Array(4).fill(['line-of-enquiry', false]),
    );
  });

  it('gives each pair lunch and the whole team an hour or more together on each day of fieldwork', () => {
    const daysOf = (kind: string, start: string) =>
      peer.meetings
        .filter((one) => one.kind === kind && one.id.startsWith(start))
        .map((one) => one.fromOffset);

    expect(daysOf('block', 'lunch')).toEqual([0, 1, 2, 3]);
    expect(daysOf('team', 'triangulation')).toEqual([0, 1, 2]);
  });
});

describe('what each template says', () => {
  const codes = (id: string, kind: string) =>
    whole(id)
      .criteria.filter((criterion) => criterion.kind === kind)
      .map(({ code }) => code);
  const titlesOf = (id: string) => whole(id).meetings.map(({ title }) => title);

  it('of a peer challenge is that it is a critical friend and no inspection', () => {
    expect(peer.summary).toContain('critical friend');
    expect(peer.summary).toContain('not an inspection');
  });

  it('of the older inspection is five days’ notice, a team of three, three questions and eight of leadership', () => {
    const older = whole('local-area-inspection-2016');
    const site = older.phases.find(({ id }) => id === older.sitePhaseId);

    expect(site).toMatchObject({ fromOffset: 5, toOffset: 9, basis: 'working' });
    expect(older.team.members).toHaveLength(3);
    expect(codes(older.id, 'question')).toEqual([
      'A',
      'B',
      'C',
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((at) => `21.${at}`),
    ]);
    expect(titlesOf(older.id)).toEqual(
      expect.arrayContaining(['Open meeting for parents and carers', 'Elected members', 'Visit to a school']),
    );
  });

  it('of a full inspection includes alternative provision, families, records and the advice service', () => {
    expect(full.criteria.map(({ code }) => code)).toContain('AP1');
    expect(titlesOf(full.id)).toEqual(
      expect.arrayContaining([
        ...['Parent carer forum', 'SENDIASS', 'Case sampling', 'Setting or service visit'],
        'Commissioning of alternative provision',
      ]),
    );
  });

  it('of a regional review is one overarching question, its themes, and two days', () => {
    const regional = whole('regional-peer-review');
    const site = regional.phases.find(({ id }) => id === regional.sitePhaseId);

    expect(codes(regional.id, 'question')).toEqual(['Q']);
    expect(codes(regional.id, 'theme')).toEqual(['T1', 'T2', 'T3', 'T4']);
    expect([site?.fromOffset, site?.toOffset]).toEqual([0, 1]);
  });
});

describe('the schema of templates', () => {
  it('refuses references that lead nowhere', () => {
    const [deadline] = full.deadlines;
    const [meeting] = full.meetings;
    const broken = {
      ...full,
      sitePhaseId: 'nowhere',
      deadlines: [{ ...deadline, countedFrom: 'never' }],
      meetings: [{ ...meeting, strandIds: ['nobody'] }],
    };

    expect(issuesOf(broken)).toEqual([
      'There is no such site phase.',
      '"Parent carer forum told" is counted from nothing known: never.',
      'No strand is "nobody".',
    ]);
  });

  it('refuses a name used twice, a range the wrong way round and a source that is not listed', () => {
    const [phase] = full.phases;
    const broken = {
      ...full,
      phases: [...full.phases, { ...phase, fromOffset: 3, toOffset: 1, source: 'hearsay' }],
    };

    expect(issuesOf(broken)).toEqual([
      '"readiness" is used twice.',
      '"Readiness" ends before it starts.',
      'The source "hearsay" is not in the list of sources.',
    ]);
  });

  it('refuses a fact without a source and a field that it does not know', () => {
    const [criterion] = full.criteria;

    expect(issuesOf({ ...full, criteria: [{ ...criterion, source: '' }] })).not.toEqual([]);
    expect(issuesOf({ ...full, surprise: true })).toEqual(['Unrecognized key: "surprise"']);
  });
});
