/** First names that are written, or heard and written down, in several ways, and the short forms they go by. */
const groups = `
  mohammed mohammad muhammad mohamed mohamad muhammed mohd
  catherine katherine kathryn catharine katharine cathryn kate katie cath cathy kathy
  sarah sara  sophie sofie  sophia sofia  stephen steven steve  jeffrey geoffrey jeff geoff  jon john  jonathan johnathan jonathon
  philip phillip phil  matthew mathew matt  nicholas nicolas nick  michael micheal mike  christopher kristopher chris
  thomas tomas tom  anthony antony tony  alistair alastair alasdair alister  sean shaun shawn  ian iain  marc mark
  ann anne anna  elizabeth elisabeth eliza liz beth betty lizzie  rebecca rebekah becky  rachel rachael  lynn lynne
  claire clare clair  hannah hanna  zoe zoey  chloe khloe  jasmine yasmin yasmine jasmin  isabel isobel isabelle izzy
  megan meghan  caitlin kaitlyn katelyn caitlyn  jayden jaden jaydon  aiden aidan ayden  tyler tylor  kieran kieron ciaran
  hussain hussein hussayn hossain husain  ahmed ahmad  yusuf yousef youssef yousuf  ibrahim ebrahim  abdullah abdallah abdulla
  fatima fatema fatimah  aisha ayesha aysha aishah  zaynab zainab zeinab  maryam mariam miriam  omar umar  ali aly
  william will bill billy liam  robert rob bob bobby  richard rick rich  james jim jimmy jamie  joseph joe joey  edward ed eddie ted
  samuel sam sammy  samantha sam  daniel dan danny  benjamin ben benny  alexander alex sandy  alexandra alex sandra  charles charlie
  patricia pat trish  margaret maggie meg peggy  jennifer jenny jen  jessica jess jessie  victoria vicky tori  emily emilie
`
  .split(/\s{2,}|\n/)
  .map((line) => line.trim().split(' '))
  .filter((group) => group.length > 1);

const byName = new Map<string, readonly string[]>();
for (const group of groups)
  for (const name of group) byName.set(name, [...(byName.get(name) ?? []), ...group]);

/** The other common spellings and short forms of a first name, in small letters; none for a name that is not on the list. */
export function spellingsOf(forename: string): readonly string[] {
  const plain = forename.trim().toLowerCase().split(/[\s-]/)[0] ?? '';
  return [...new Set(byName.get(plain) ?? [])].filter((name) => name !== plain);
}
