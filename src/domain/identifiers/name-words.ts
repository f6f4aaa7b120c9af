/**
 * Words that say whether a capitalised word beside them is the name of a child or of somebody in the family; each as a
 * text's words are read, so without the 's of a possessive.
 */
import { listed } from './words';

/** Members of a family, and the words a child is spoken of with. */
export const FAMILY = listed(`
  child children boy girl son daughter baby babies toddler teen teenager teenagers sibling siblings twin twins brother
  sister brothers sisters mother father mum mums dad dads mummy daddy mam parent parents stepfather stepmother stepdad
  stepmum step-father step-mother step-dad step-mum grandmother grandfather grandparent grandparents grandma grandad
  gran nan nana nanny granny aunt auntie uncle cousin cousins partner boyfriend girlfriend husband wife ex ex-partner
  carer carers pupil youngster newborn eldest oldest youngest lad half-brother half-sister half-sibling stepson
  stepdaughter niece nephew lodger`);

export const PRONOUNS = listed('he she');

export const CALLED = listed('called named nicknamed');

/** What else may be called something. */
export const THINGS = listed(`
  school schools academy college nursery project programme group service team charity tool form policy procedure law
  place club centre unit model approach meeting training course app website book operation scheme framework town village
  street house home estate farm pub hub agency`);

/** Work: the person named beside it is a colleague, not family. */
export const ROLES = listed(`
  worker workers nurse nurses visitor visitors teacher teachers headteacher head deputy senco dsl officer officers
  practitioner practitioners gp gps midwife midwives consultant paediatrician psychologist manager managers coordinator
  co-ordinator facilitator facilitators supervisor constable sergeant inspector detective solicitor guardian iro adviser
  advisor lead leads therapist tutor psychiatrist colleague colleagues chair clinician assistant counsellor mentor clerk
  receptionist trainer administrator director councillor professor judge barrister magistrate registrar physiotherapist
  pc dc ds di dr sgt insp prof cllr rev pcso reverend author researcher minister commissioner principal governor
  librarian childminder keyworker key-worker`);

export const TITLES = listed('mr mrs ms miss mx');

/** In front of a name, they make it the name of a place or a church. */
export const HONOURS = listed('st saint lady queen king prince princess dame sir lord pope');

/** After a name, they make it the name of something else. */
export const NAMED_AFTER_SOMEBODY = listed(`
  law rule report review inquiry act house trust foundation ward wing room building model scale award cup day park bridge
  island hospice fund test framework approach square place view green hill field fields meadow farm wood woods heath bay
  vale cross suite press theory cycle method questionnaire inventory syndrome institute lounge hotel`);

/** Capitalised in ordinary writing, and not a name of a person. */
export const NO_NAMES = listed(`
  a an the this that these those i we you he she it they my our your his her its their there here who what when where why
  how which if as at in on of or and but so for from to with without by is are was were be been has have had do does did
  will would can could should may might must not no yes all any both each every some most many few more other another
  one two three four five six seven eight nine ten first second third last next since after before during while until
  although because however also then now today tomorrow yesterday recently currently still again please thank thanks
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december mon tue tues wed thu thur thurs fri sat sun spring summer autumn winter christmas easter
  ramadan eid diwali half term bank holiday new
  norfolk norwich suffolk yarmouth great lynn kings thetford dereham cromer sheringham fakenham diss wymondham
  attleborough swaffham downham market hunstanton aylsham holt gorleston lowestoft ipswich cambridge cambridgeshire
  london england wales scotland ireland britain british english welsh scottish irish polish lithuanian portuguese
  romanian ukrainian european essex lincolnshire peterborough ely watton acle caister wells north south east west
  central breckland broadland heartsease mile cross costessey hellesdon sprowston lakenham thorpe earlham bowthorpe
  children child family families young person people parent parents mum dad mother father brother sister
  grandmother grandfather nan baby boy girl son daughter sibling siblings twin carer carers pupil student students
  social work worker workers services service team teams police health nhs school schools nursery college academy primary
  secondary infant junior high special education early help years year hospital surgery practice clinic centre hub ward
  court council county district city town borough government department ministry national local safeguarding protection
  partnership board cads tafs jags nspcc ofsted camhs cafcass iro dsl senco mash marac mappa lado fgm cse cce dols sen
  send ehcp ehc cin cp lac pep pru ycat icb ypas dwp cps barnardo barnardos childline samaritans aid refuge
  home-start homestart action welfare act section part article working together signs safety think solihull harbour
  pathway pathways plan plans review reviews meeting meetings conference conferences core strategy legal planning public
  law outline supervision group groups joint agency agencies professional professionals practitioner resolving
  disagreements disagreement policy procedure guidance framework need needs assessment referral report record records
  case cases reference session sessions option options stage level phase class form table figure page appendix step
  point question note notes version draft item room floor key tier unit module week day days month time times hours
  morning afternoon evening breakfast lunch teams microsoft outlook zoom word excel liquidlogic mosaic systmone emis
  athena signpost sexual criminal exploitation domestic abuse violence neglect trauma adverse childhood experiences mental
  substance misuse drug alcohol county lines missing risk harm online face youth justice offending probation housing
  adult adults voluntary sector probationary virtual foster fostering adoption kinship residential placement reunification
  independent reviewing chair manager officer nurse visitor teacher head headteacher doctor detective sergeant constable
  christian muslim islam jewish hindu sikh catholic church god bible army navy asda tesco aldi lidl facebook snapchat
  tiktok instagram whatsapp youtube xbox fortnite roblox minecraft playstation google amazon ofcom hmrc
  everyone everybody somebody someone nobody anyone attendance behaviour reading writing maths history lead leads staff
  operation encompass project compass building bridges star bright futures journey journeys circle restorative graded care
  profile genogram chronology threshold thresholds continuum right door inclusion annual multi inter cross reflective
  hello hi dear regards kind best sincerely ps nb re fyi ok okay aged living looked placed thinking feeling following
  neurodevelopmental autism adhd asperger foetal tourette epilepsy diabetes asthma covid pupils
  boys girls men women elder eldest older oldest younger youngest reception attachment neglected adolescents
  teenagers toddlers babies twins infants adoptees placements referrals incidents exclusions absences visits
  coordinator facilitator participants participant agenda minutes paragraph regulation schedule chapter annex clause`);
