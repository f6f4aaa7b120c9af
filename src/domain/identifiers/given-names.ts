/**
 * Given names common in England, of children and of adults. Written down for this rule; no list is ever complete, so a
 * name that is not here is still found where the words around it say that it is one.
 */
import { listed } from './words';

export const GIVEN_NAMES = listed(`
  aaliyah aaron abbie abby abdul abdullah abigail abu ada adam adele aditya adrian ahmed aidan aimee aisha alan albert
  alex alexa alexander alexandra alexis alfie alfred ali alice alicia alisha alison alistair amaya amanda amber amelia
  amina amir amira amy anastasia andre andrea andrew angel angela anita ann anna annabelle anne annie anthony antonio
  anya archer archie aria arif arthur arya ashley ashton asma ava avery ayaan ayesha ayla bailey barbara barry beatrice
  becky bella ben benjamin bernadette beth bethany betty beverley billy bobby bonnie bradley brandon brenda brian bridget
  brooke bryan caitlin callum calvin cameron carl carla carly carol caroline carolyn carter casey catherine cathy cerys
  chantelle charlene charles charlie charlotte chelsea cheryl chloe christian christina christine christopher ciara
  claire clara clare clive cody colin connor conor corey courtney craig crystal daisy daniel danielle danny darcey darcy
  darren dave david dawid dean deborah declan denise dennis derek diana diane dmitri dominic donna doris dorothy dylan
  eddie edith edward eileen elaine eleanor elena eli elias elijah elisa elizabeth ella elle ellen ellie elliot elliott
  elsa elsie emilia emily emma emmanuel eric erin esme esther ethan eva evan eve evelyn evie ezra fatima felicity felix
  finlay finley fiona florence frances francesca francis frank frankie fraser fred freddie frederick freya gabriel
  gabriella gareth gary gavin gemma geoffrey george georgia georgie georgina gerald geraldine gillian gina glenn gloria
  graham gregory gwen hamza hannah harley harriet harris harrison harry harvey hassan hayden hayley heidi helen henry
  hollie holly hugo hussain ian ibrahim imogen ines iqra isaac isabel isabella isabelle isaiah isla ismail isobel ivan
  ivy jack jackie jackson jacob jacqueline jade jaden jake jakub james jamie jan jane janet janice jasmin jasmine jason
  jaxon jayden jaydon jean jeff jeffrey jenna jennifer jenny jeremy jermaine jess jesse jessica jessie jill jim jimmy
  joan joanna joanne jodie joe joel joey john johnny jon jonah jonathan jonny jordan joseph josephine josh joshua joyce
  jude judith judy julia julian julie justin kacey kai kaitlyn karen karl kasper kate katherine kathleen kathryn katie
  katy kayden kayla kayleigh keira keith kelly kelsey kenneth kerry kevin khadija khalid kian kieran kiera kim kimberley
  kirsty kyle kyra lacey laila lara laura lauren laurence layla leah leanne lee leila lena leo leon leonard leonardo
  leroy lesley leslie lewis lexi lexie liam libby lila lilly lillian lily linda lindsay lindsey lisa logan lola lorraine
  lottie louie louis louisa louise luca lucas lucia lucy luka lukas luke lydia lyla lynn lynne mackenzie macy maddison
  madeleine madison maggie mahmoud maisie malcolm malik marcel marcus margaret maria mariam marie marilyn mario marion
  marlon martha martin martyn mary maryam mason mateusz matilda matthew maureen max maximilian maya megan mehmet melanie
  melissa mia michael michelle mike mila millie milly miriam mohamed mohammad mohammed molly monica morgan muhammad
  musa mustafa myles nadia naomi natalia natalie natasha nathan nathaniel neil nevaeh niall niamh nicholas nicola nicole
  nigel nikita nikola nina noah noor norman olga olive oliver olivia ollie omar oscar owen pamela patricia patrick paul
  paula pauline penelope peter philip phillip phoebe pierre piotr pippa polly poppy priya quinn rachael rachel ralph
  rania raymond rebecca reece reggie reuben rhiannon rhys riaz richard ricky riley rita robbie robert robin rodney roger
  roman ronald ronnie rory rosa rosemary rosie ross roxanne roy ruby russell ruth ryan saad sabrina sadie safa saffron
  sally sam samantha samira samuel sandra sara sarah savannah scarlett scott sean sebastian selina seth shania shane
  shannon sharon shaun sheila shirley sian sidney simon skye sofia sonia sophia sophie stacey stan stanley stella
  stephanie stephen steve steven stewart stuart sue sunita susan suzanne sylvia szymon tabitha tamara tanya tara taylor
  ted teddy teresa terry tess theo theodore theresa thomas tia tiffany tilly tim timothy tina toby tom tommy toni tony
  tracey tracy trevor tristan tyler tyrone umar valerie vanessa vera veronica vicky victor viktor vincent violet wayne
  wendy william willow yasmin yasmine youssef yusuf yvonne zac zachary zack zahra zainab zak zara zayn zoe zofia zuzanna`);

/** Given names that are also words, months or places; they count only where the words around them say so. */
export const AMBIGUOUS_NAMES = listed(`
  april august autumn bill bob charity chase chelsea christian crystal dale dawn destiny drew eve faith florence frank
  gene grace grant harper harmony holly hope hunter iris ivy jack jade jan jean jordan joy jude june lincoln lee levi
  london mark martin may mercy morgan norman olive pat paris patience paul pearl peter poppy princess ray reading rich
  robin rose ross ruby sandy skye sky star stella summer sunny victor victoria violet virginia wade ward will willow
  winter wren sue penny georgia sharon max harris mason carter parker`);
