import { useState } from 'react';
import { Checkbox } from '../../renderer/ui/Checkbox.tsx';
import { ComboBox } from '../../renderer/ui/ComboBox.tsx';
import { DateField } from '../../renderer/ui/DateField.tsx';
import { ErrorSummary } from '../../renderer/ui/ErrorSummary.tsx';
import { NumberField } from '../../renderer/ui/NumberField.tsx';
import { Page, PageBody, PageHead } from '../../renderer/ui/Page.tsx';
import { RadioGroup } from '../../renderer/ui/RadioGroup.tsx';
import { SearchBox } from '../../renderer/ui/SearchBox.tsx';
import { Section } from '../../renderer/ui/Section.tsx';
import { Select } from '../../renderer/ui/Select.tsx';
import { Switch } from '../../renderer/ui/Switch.tsx';
import { TagPicker } from '../../renderer/ui/TagPicker.tsx';
import { TextArea } from '../../renderer/ui/TextArea.tsx';
import { TextField } from '../../renderer/ui/TextField.tsx';
import { TimeField } from '../../renderer/ui/TimeField.tsx';
import { parseDate, parseTime } from '../../shared/domain/parse-time.ts';
import { formatDayLong, formatTime } from '../../shared/domain/time-words.ts';
import { people, places, sources } from './sample-choices.ts';

/** Every field, empty, filled, explained and wrong. */
export function FieldsPage() {
  const [title, setTitle] = useState('Strategic leaders and governance');
  const [secret, setSecret] = useState('correct horse battery');
  const [note, setNote] = useState('Caseworkers say the new panel has halved the wait for a decision.');
  const [date, setDate] = useState<string | null>('2026-11-24');
  const [time, setTime] = useState<number | null>(570);
  const [seats, setSeats] = useState<number | null>(12);
  const [place, setPlace] = useState<string | null>(null);
  const [lead, setLead] = useState<string | null>('p2');
  const [team, setTeam] = useState<readonly string[]>(['p1', 'p3']);
  const [source, setSource] = useState<string | null>('parent');
  const [isVideo, setVideo] = useState(true);
  const [text, setText] = useState('');
  return (
    <Page>
      <PageHead title="Fields" fact="Each with its label, hint and error" ruled />
      <PageBody>
        <div className="stack stack-loose">
          <ErrorSummary
            problems={[
              { fieldId: 'when-bad', message: 'Enter a date after the notification' },
              { message: 'Two people are in two places at 2:00pm' },
            ]}
          />
          <div className="gallery-columns">
            <TextField label="Title" value={title} onChange={setTitle} />
            <TextField label="Passphrase" type="password" value={secret} onChange={setSecret} />
            <TextField label="Minutes" value="45" onChange={setTitle} suffix="minutes" hint="15 to 240" />
            <TextField label="Reference" value="" onChange={setTitle} optional />
            <TextField label="File" value="aldermere.lano" onChange={setTitle} readOnly />
            <TextField label="Name" value="" onChange={setTitle} error="Enter the name of the meeting" />
            <DateField
              label="Date"
              value={date}
              onChange={setDate}
              parse={parseDate}
              format={formatDayLong}
            />
            <DateField
              id="when-bad"
              label="Draft report"
              hint="Like 24/11/2026 or Tue 24 Nov"
              error="Enter a date after the notification"
              value={date}
              onChange={setDate}
              parse={parseDate}
              format={formatDayLong}
            />
            <TimeField
              label="Start"
              value={time}
              onChange={setTime}
              parse={parseTime}
              format={(minutes) => formatTime(minutes)}
              step={(minutes, by) => Math.min(1440, Math.max(0, minutes + by * 15))}
            />
            <NumberField label="Seats" value={seats} onChange={setSeats} max={400} suffix="people" />
            <Select
              label="Place"
              options={places}
              value={place}
              onChange={setPlace}
              placeholder="Choose a place"
            />
            <Select
              label="Room"
              options={places}
              value="r212"
              onChange={setPlace}
              error="Room 2.12 is taken"
            />
            <ComboBox
              label="Lead"
              choices={people}
              value={lead}
              onChange={setLead}
              none="Nobody of that name"
            />
            <ComboBox
              label="Scribe"
              choices={people}
              value={null}
              onChange={setLead}
              error="Choose a scribe"
            />
            <TagPicker
              label="Who takes part"
              choices={people}
              value={team}
              onChange={setTeam}
              hint="Type a name or role"
            />
            <TextArea
              label="Note"
              value={note}
              onChange={setNote}
              hint="What is written here can be asked for"
            />
            <TextArea label="What was said" value={note} onChange={setNote} capture />
            <SearchBox label="Search the evidence" value={text} onChange={setText} keys="Ctrl F" />
          </div>
          <Section title="Choices">
            <div className="gallery-columns">
              <div className="stack stack-tight">
                <Checkbox label="Remember on this laptop" isChecked={isVideo} onChange={setVideo} />
                <Checkbox
                  label="Step-free"
                  hint="From the street to the room"
                  isChecked={false}
                  onChange={setVideo}
                />
                <Checkbox label="All of Education" isChecked={false} isMixed onChange={setVideo} />
                <Checkbox
                  label="I have checked it"
                  isChecked={false}
                  onChange={setVideo}
                  error="Tick once checked"
                />
                <Switch label="Video link" isOn={isVideo} onChange={setVideo} hint="Shown on the door sign" />
                <Switch label="24-hour times" isOn={false} onChange={setVideo} />
              </div>
              <RadioGroup
                label="Said by"
                options={sources}
                value={source}
                onChange={setSource}
                hint="By role, never by name"
              />
              <RadioGroup
                label="Consent"
                options={sources}
                value={null}
                onChange={setSource}
                error="Say who answered"
                across
              />
              <div className="stack">
                <TextField
                  label="Beside"
                  beside
                  value="List schools"
                  onChange={setTitle}
                  hint="With a hint"
                />
                <Select label="Said by" beside fit options={places} value="r108" onChange={setPlace} />
                <Select
                  label="Any agency"
                  labelHidden
                  kind="quiet"
                  size="small"
                  fit
                  options={places}
                  value="r108"
                  onChange={setPlace}
                />
              </div>
            </div>
          </Section>
        </div>
      </PageBody>
    </Page>
  );
}
