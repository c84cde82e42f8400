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

/** The eight engagement templates bundled with the app, in the order they are offered. */
export const frameworks: readonly Framework[] = [
  areaSendFullInspection,
  lgaSendPeerChallenge,
  monitoringInspection,
  thematicVisit,
  annualEngagementMeeting,
  regionalPeerReview,
  localAreaInspection2016,
  blank,
].map((template) => Framework.parse(template));

/** Finds a bundled template by its id. */
export function frameworkById(id: string): Framework | undefined {
  return frameworks.find((framework) => framework.id === id);
}
