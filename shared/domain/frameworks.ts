import annualEngagementMeeting from '../../assets/frameworks/annual-engagement-meeting.json' with {
  type: 'json',
};
import areaSendFullInspection from '../../assets/frameworks/area-send-full-inspection.json' with {
  type: 'json',
};
import blank from '../../assets/frameworks/blank.json' with { type: 'json' };
import lgaSendPeerChallenge from '../../assets/frameworks/lga-send-peer-challenge.json' with { type: 'json' };
import localAreaInspection2016 from '../../assets/frameworks/local-area-inspection-2016.json' with {
  type: 'json',
};
import monitoringInspection from '../../assets/frameworks/monitoring-inspection.json' with { type: 'json' };
import regionalPeerReview from '../../assets/frameworks/regional-peer-review.json' with { type: 'json' };
import thematicVisit from '../../assets/frameworks/thematic-visit.json' with { type: 'json' };
import { Framework } from './framework.ts';

const templates = [
  areaSendFullInspection,
  lgaSendPeerChallenge,
  monitoringInspection,
  thematicVisit,
  annualEngagementMeeting,
  regionalPeerReview,
  localAreaInspection2016,
  blank,
];

/**
 * The eight bundled templates in the order they are offered. They are taken on trust here, because validating all eight
 * would slow the start by 50 ms: the tests validate each, and `frameworkById` the one that is used.
 */
export const frameworks = templates as unknown as readonly Framework[];

const validated = new Map<string, Framework>();

/** Gives a bundled template, validated the first time it is asked for. */
export function frameworkById(id: string): Framework | undefined {
  const known = validated.get(id);
  const template = templates.find((one) => one.id === id);
  if (known || !template) return known;
  const framework = Framework.parse(template);
  validated.set(id, framework);
  return framework;
}
