import { type ComponentType, lazy } from 'react';
import type { Page } from '../../state/pages.ts';

const HomePage = lazy(() => import('../home/HomePage.tsx').then((m) => ({ default: m.HomePage })));
const EngagementPage = lazy(() =>
  import('../engagement/EngagementPage.tsx').then((m) => ({ default: m.EngagementPage })),
);
const SettingsPage = lazy(() =>
  import('../settings/SettingsPage.tsx').then((m) => ({ default: m.SettingsPage })),
);
const HelpPage = lazy(() => import('../settings/HelpPage.tsx').then((m) => ({ default: m.HelpPage })));

const TimetablePage = lazy(() =>
  import('../timetable/TimetablePage.tsx').then((m) => ({ default: m.TimetablePage })),
);
const VersionsPage = lazy(() =>
  import('../versions/VersionsPage.tsx').then((m) => ({ default: m.VersionsPage })),
);
const TodayPage = lazy(() => import('../today/TodayPage.tsx').then((m) => ({ default: m.TodayPage })));
const ChildrenPage = lazy(() =>
  import('../children/ChildrenPage.tsx').then((m) => ({ default: m.ChildrenPage })),
);
const ChildPage = lazy(() => import('../children/ChildPage.tsx').then((m) => ({ default: m.ChildPage })));
const CohortPage = lazy(() => import('../children/CohortPage.tsx').then((m) => ({ default: m.CohortPage })));
const PeoplePage = lazy(() => import('../people/PeoplePage.tsx').then((m) => ({ default: m.PeoplePage })));
const RequestsPage = lazy(() =>
  import('../requests/RequestsPage.tsx').then((m) => ({ default: m.RequestsPage })),
);
const FeedbackPage = lazy(() =>
  import('../feedback/FeedbackPage.tsx').then((m) => ({ default: m.FeedbackPage })),
);

const AfterPage = lazy(() => import('../after/AfterPage.tsx').then((m) => ({ default: m.AfterPage })));
const EvidencePage = lazy(() =>
  import('../evidence/EvidencePage.tsx').then((m) => ({ default: m.EvidencePage })),
);
const SearchPage = lazy(() => import('../search/SearchPage.tsx').then((m) => ({ default: m.SearchPage })));
const EvaluationPage = lazy(() =>
  import('../evaluation/EvaluationPage.tsx').then((m) => ({ default: m.EvaluationPage })),
);
const PlanPage = lazy(() => import('../plan/PlanPage.tsx').then((m) => ({ default: m.PlanPage })));
const GovernancePage = lazy(() =>
  import('../governance/GovernancePage.tsx').then((m) => ({ default: m.GovernancePage })),
);
const VoicePage = lazy(() => import('../voice/VoicePage.tsx').then((m) => ({ default: m.VoicePage })));
const RedactionPage = lazy(() =>
  import('../redaction/RedactionPage.tsx').then((m) => ({ default: m.RedactionPage })),
);
const PicturesPage = lazy(() =>
  import('../pictures/PicturesPage.tsx').then((m) => ({ default: m.PicturesPage })),
);
const PacksPage = lazy(() => import('../packs/PacksPage.tsx').then((m) => ({ default: m.PacksPage })));

type PageProps<Name extends Page['name']> = Omit<Extract<Page, { name: Name }>, 'name'>;
type Pages = { readonly [Name in Page['name']]: ComponentType<PageProps<Name>> };

/** Which component shows which page; each is loaded when it is first wanted. */
export const pages: Pages = {
  home: HomePage,
  today: TodayPage,
  timetable: TimetablePage,
  versions: VersionsPage,
  people: PeoplePage,
  children: ChildrenPage,
  child: ChildPage,
  cohort: CohortPage,
  requests: RequestsPage,
  evidence: EvidencePage,
  redaction: RedactionPage,
  search: SearchPage,
  feedback: FeedbackPage,
  evaluation: EvaluationPage,
  plan: PlanPage,
  governance: GovernancePage,
  voice: VoicePage,
  after: AfterPage,
  pictures: PicturesPage,
  packs: PacksPage,
  engagement: EngagementPage,
  settings: SettingsPage,
  help: HelpPage,
};
