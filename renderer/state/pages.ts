/** Where in a document a search led: the page, and what was typed to find it. */
export type SoughtPlace = { readonly page: number | null; readonly typed: string };

/** Where the user is; the child is named by its id, never by name. */
export type Page =
  | { readonly name: 'home' }
  | { readonly name: 'today' }
  | { readonly name: 'timetable'; readonly meetingId?: string }
  | { readonly name: 'versions' }
  | {
      readonly name: 'people';
      readonly personId?: string;
      readonly part?: 'team' | 'places' | 'invitations' | 'load';
    }
  | { readonly name: 'children' }
  | { readonly name: 'child'; readonly childId: string }
  | { readonly name: 'cohort' }
  | { readonly name: 'requests'; readonly requestId?: string }
  | { readonly name: 'evidence'; readonly evidenceId?: string; readonly at?: SoughtPlace }
  | { readonly name: 'redaction'; readonly evidenceId: string; readonly childId?: string }
  | { readonly name: 'search'; readonly typed?: string }
  | { readonly name: 'feedback'; readonly feedbackId?: string }
  | { readonly name: 'evaluation'; readonly criterionId?: string }
  | {
      readonly name: 'plan';
      readonly part?: 'preparation' | 'improvement' | 'reviews' | 'findings' | 'accuracy';
      readonly actionId?: string;
      readonly findingId?: string;
      readonly reviewId?: string;
    }
  | { readonly name: 'governance'; readonly boardId?: string; readonly reportId?: string }
  | { readonly name: 'voice'; readonly surveyId?: string }
  | {
      readonly name: 'after';
      readonly part?: 'outcome' | 'feedback' | 'lessons';
      readonly deadlineId?: string;
    }
  | { readonly name: 'pictures' }
  | { readonly name: 'packs'; readonly childId?: string; readonly meetingId?: string }
  | { readonly name: 'engagement'; readonly deadlineId?: string }
  | { readonly name: 'settings' }
  | { readonly name: 'help' };
