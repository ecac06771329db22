import type { SpeakerKind } from '../../project/model';

const ORGANISATION =
  /\b(?:Agency|Airlines|Airways|Railway|Railways|Transit|Motors|Energy|Media|Studios|Systems|Industries|Capital|Partners|Alliance|Assembly|Association|Authority|Bank|Board|Broadcasting|Bureau|Chamber|Church|Club|College|Commission|Committee|Companies|Company|Congress|Corp|Corporation|Council|Court|Department|Federation|Foundation|Fund|Government|Group|Holding|Holdings|Hospital|House|Inc|Initiative|Institute|Ltd|Ministry|Museum|NATO|Network|Office|Organi[sz]ation|Parliament|Partners|Party|Police|Post|Press|Radio|School|Senate|Service|Services|Society|Times|Tribune|Trust|Union|University|Wire|police|union|government|council|company)\b/u;

const GROUP =
  /\b(?:Activists|Campaigners|Democrats|Fans|Friends|Greens|Labour|Republicans|Residents|Scientists|Women|Workers)\b/u;

/** What a name says of its bearer, to begin a register entry with: a person unless it names an organisation or a group. */
export function speakerKindOf(name: string): SpeakerKind {
  if (ORGANISATION.test(name)) return 'organisation';
  return GROUP.test(name) ? 'group' : 'person';
}
