/** The first released shape of an engagement file. */
export const initial = {
  version: 10,
  sql: `
    CREATE TABLE engagements (
      id TEXT PRIMARY KEY, title TEXT NOT NULL, council TEXT NOT NULL,
      framework_id TEXT NOT NULL, framework_version TEXT NOT NULL, anchor_date TEXT,
      marking TEXT NOT NULL, outcome_code TEXT NOT NULL, day_start INTEGER NOT NULL, day_end INTEGER NOT NULL, created_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE phases (
      id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL,
      from_offset INTEGER NOT NULL, to_offset INTEGER NOT NULL, basis TEXT NOT NULL,
      from_date TEXT, to_date TEXT, summary TEXT NOT NULL, is_on_site INTEGER NOT NULL,
      source TEXT NOT NULL, is_verified INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE deadlines (
      id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, "offset" INTEGER,
      basis TEXT NOT NULL, counted_from TEXT NOT NULL, date TEXT, is_done INTEGER NOT NULL,
      outcome_code TEXT NOT NULL, source TEXT NOT NULL, is_verified INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE recorded_events (
      id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, date TEXT,
      source TEXT NOT NULL, is_verified INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE outcomes (
      id TEXT PRIMARY KEY, position INTEGER NOT NULL, code TEXT NOT NULL, title TEXT NOT NULL,
      summary TEXT NOT NULL, source TEXT NOT NULL, is_verified INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE checklist_templates (
      id TEXT PRIMARY KEY, position INTEGER NOT NULL, "group" TEXT NOT NULL, title TEXT NOT NULL,
      owner_sector TEXT, due_in_working_days INTEGER NOT NULL, source TEXT NOT NULL, is_verified INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE criteria (
      id TEXT PRIMARY KEY, position INTEGER NOT NULL, code TEXT NOT NULL, title TEXT NOT NULL,
      "group" TEXT NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL, is_verified INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE closure_days (
      id TEXT PRIMARY KEY, date TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL
    ) STRICT;
    CREATE TABLE organisations (id TEXT PRIMARY KEY, name TEXT NOT NULL, sector TEXT) STRICT;
    CREATE TABLE strands (id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
    CREATE TABLE people (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, side TEXT NOT NULL, role TEXT NOT NULL, discipline TEXT NOT NULL,
      strand_id TEXT REFERENCES strands(id), organisation_id TEXT REFERENCES organisations(id), sector TEXT,
      email TEXT NOT NULL, phone TEXT NOT NULL, availability TEXT NOT NULL, notes TEXT NOT NULL
    ) STRICT;
    CREATE INDEX people_strand ON people(strand_id);
    CREATE TABLE places (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, site TEXT NOT NULL, capacity INTEGER,
      has_video INTEGER NOT NULL, is_step_free INTEGER NOT NULL, is_online INTEGER NOT NULL,
      travel_minutes INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE children (
      id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, initials TEXT NOT NULL, date_of_birth TEXT,
      upn TEXT NOT NULL, nhs_number TEXT NOT NULL, postcode TEXT NOT NULL, need TEXT NOT NULL,
      send_status TEXT NOT NULL, setting TEXT NOT NULL, social_care_status TEXT NOT NULL,
      last_annual_review TEXT, notes TEXT NOT NULL
    ) STRICT;
    CREATE TABLE child_names (
      id TEXT PRIMARY KEY, child_id TEXT NOT NULL UNIQUE REFERENCES children(id),
      forename TEXT NOT NULL, surname TEXT NOT NULL, known_as TEXT NOT NULL
    ) STRICT;
    CREATE TABLE child_agencies (
      id TEXT PRIMARY KEY, child_id TEXT NOT NULL REFERENCES children(id), sector TEXT NOT NULL,
      agency TEXT NOT NULL, practitioner TEXT NOT NULL, person_id TEXT REFERENCES people(id), since TEXT NOT NULL
    ) STRICT;
    CREATE INDEX child_agencies_child ON child_agencies(child_id);
    CREATE TABLE consents (
      id TEXT PRIMARY KEY, child_id TEXT NOT NULL REFERENCES children(id), party TEXT NOT NULL,
      state TEXT NOT NULL, recorded_by TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX consents_child ON consents(child_id);
    CREATE TABLE checklist_items (
      id TEXT PRIMARY KEY, child_id TEXT NOT NULL REFERENCES children(id), position INTEGER NOT NULL,
      "group" TEXT NOT NULL, title TEXT NOT NULL, owner_sector TEXT, owner_id TEXT REFERENCES people(id),
      owner_name TEXT NOT NULL, asked_on TEXT, due_on TEXT, state TEXT NOT NULL, reason TEXT NOT NULL
    ) STRICT;
    CREATE INDEX checklist_items_child ON checklist_items(child_id);
    CREATE TABLE meetings (
      id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, day TEXT, start INTEGER,
      minutes INTEGER NOT NULL, place_id TEXT REFERENCES places(id), child_id TEXT REFERENCES children(id),
      sectors_needed TEXT NOT NULL, needs_video INTEGER NOT NULL, needs_step_free INTEGER NOT NULL,
      is_pinned INTEGER NOT NULL, notes TEXT NOT NULL, version INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX meetings_day ON meetings(day);
    CREATE TABLE meeting_strands (
      id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meetings(id),
      strand_id TEXT NOT NULL REFERENCES strands(id), UNIQUE (meeting_id, strand_id)
    ) STRICT;
    CREATE INDEX meeting_strands_strand ON meeting_strands(strand_id);
    CREATE TABLE meeting_people (
      id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meetings(id),
      person_id TEXT NOT NULL REFERENCES people(id), UNIQUE (meeting_id, person_id)
    ) STRICT;
    CREATE INDEX meeting_people_person ON meeting_people(person_id);
    CREATE TABLE clash_acknowledgements (
      id TEXT PRIMARY KEY, clash_key TEXT NOT NULL UNIQUE, reason TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE requests (
      id TEXT PRIMARY KEY, reference TEXT NOT NULL, title TEXT NOT NULL, wording TEXT NOT NULL,
      "group" TEXT NOT NULL, asked_by TEXT NOT NULL, asked_at TEXT, owner_sector TEXT,
      owner_id TEXT REFERENCES people(id), due_on TEXT, due_at INTEGER, state TEXT NOT NULL,
      source TEXT NOT NULL, is_verified INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE evidence_items (
      id TEXT PRIMARY KEY, title TEXT NOT NULL, file_name TEXT NOT NULL, type TEXT NOT NULL,
      sha256 TEXT NOT NULL, size INTEGER NOT NULL, received_at TEXT NOT NULL, evidence_date TEXT,
      "from" TEXT NOT NULL, pages INTEGER, notes TEXT NOT NULL
    ) STRICT;
    CREATE INDEX evidence_items_sha256 ON evidence_items(sha256);
    CREATE TABLE evidence_chunks (
      sha256 TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (sha256, seq)
    ) STRICT;
    CREATE TABLE evidence_texts (
      sha256 TEXT NOT NULL, page INTEGER NOT NULL, "text" TEXT NOT NULL, PRIMARY KEY (sha256, page)
    ) STRICT;
    CREATE INDEX evidence_texts_words ON evidence_texts(sha256, page, "text" <> '');
    CREATE TABLE evidence_links (
      id TEXT PRIMARY KEY, evidence_id TEXT NOT NULL REFERENCES evidence_items(id),
      child_id TEXT REFERENCES children(id), checklist_item_id TEXT REFERENCES checklist_items(id),
      request_id TEXT REFERENCES requests(id), criterion_id TEXT REFERENCES criteria(id),
      meeting_id TEXT REFERENCES meetings(id),
      CHECK ((child_id IS NOT NULL) + (checklist_item_id IS NOT NULL) + (request_id IS NOT NULL)
        + (criterion_id IS NOT NULL) + (meeting_id IS NOT NULL) = 1)
    ) STRICT;
    CREATE INDEX evidence_links_evidence ON evidence_links(evidence_id);
    CREATE TABLE feedback_entries (
      id TEXT PRIMARY KEY, at TEXT NOT NULL, "text" TEXT NOT NULL, kind TEXT NOT NULL, said_by TEXT NOT NULL,
      heard_by TEXT NOT NULL, meeting_id TEXT REFERENCES meetings(id), child_id TEXT REFERENCES children(id),
      criterion_id TEXT REFERENCES criteria(id), is_embargoed INTEGER NOT NULL, action TEXT NOT NULL,
      action_owner_id TEXT REFERENCES people(id), action_due_on TEXT, is_action_done INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE pack_exports (
      id TEXT PRIMARY KEY, at TEXT NOT NULL, subject TEXT NOT NULL, child_id TEXT REFERENCES children(id),
      criterion_id TEXT REFERENCES criteria(id), recipient TEXT NOT NULL, documents INTEGER NOT NULL,
      bytes INTEGER NOT NULL, manifest_sha256 TEXT NOT NULL, reason TEXT NOT NULL
    ) STRICT;
    CREATE TABLE import_mappings (
      id TEXT PRIMARY KEY, target TEXT NOT NULL, signature TEXT NOT NULL, mapping TEXT NOT NULL,
      UNIQUE (target, signature)
    ) STRICT;
    CREATE TABLE change_sets (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, actor TEXT NOT NULL,
      action TEXT NOT NULL, summary TEXT NOT NULL, kind TEXT NOT NULL, target_id TEXT
    ) STRICT;
    CREATE TABLE change_log (
      seq INTEGER PRIMARY KEY, set_id TEXT NOT NULL REFERENCES change_sets(id), table_name TEXT NOT NULL,
      row_id TEXT NOT NULL, before TEXT, after TEXT, previous_hash TEXT NOT NULL, hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX change_log_set ON change_log(set_id);
    CREATE INDEX change_log_row ON change_log(table_name, row_id);
  `,
};
